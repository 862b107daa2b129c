using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Tests.Architecture.Probes.Requests.Domain;

internal sealed class NoRecord : ICommand<string>
{
    internal sealed class Handler : IRequestHandler<NoRecord, string>
    {
        public Task<string> Handle(NoRecord request, CancellationToken cancellationToken) => Task.FromResult(string.Empty);
    }
}
