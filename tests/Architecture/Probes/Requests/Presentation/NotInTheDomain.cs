using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Tests.Architecture.Probes.Requests.Presentation;

internal sealed record NotInTheDomain : IQuery<string>
{
    internal sealed class Handler : IRequestHandler<NotInTheDomain, string>
    {
        public Task<string> Handle(NotInTheDomain request, CancellationToken cancellationToken) => Task.FromResult(string.Empty);
    }
}
