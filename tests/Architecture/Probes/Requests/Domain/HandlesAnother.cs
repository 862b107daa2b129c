using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Tests.Architecture.Probes.Requests.Domain;

internal sealed record HandlesAnother : IQuery<string>
{
    internal sealed class Handler : IRequestHandler<HandledElsewhere, string>
    {
        public Task<string> Handle(HandledElsewhere request, CancellationToken cancellationToken) => Task.FromResult(string.Empty);
    }
}
