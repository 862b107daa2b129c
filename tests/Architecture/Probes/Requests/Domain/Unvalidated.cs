using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Tests.Architecture.Probes.Requests.Domain;

internal sealed record Unvalidated(string Value) : IQuery<string>
{
    internal sealed class Handler : IRequestHandler<Unvalidated, string>
    {
        public Task<string> Handle(Unvalidated request, CancellationToken cancellationToken) => Task.FromResult(request.Value);
    }
}
