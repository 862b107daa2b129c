using MediatR;

namespace SystemDesign.Tests.Architecture.Probes.Requests.Domain;

internal sealed partial record Split
{
    internal sealed class Handler : IRequestHandler<Split, string>
    {
        public Task<string> Handle(Split request, CancellationToken cancellationToken) => Task.FromResult(string.Empty);
    }
}
