using MediatR;

namespace SystemDesign.Tests.Architecture.Probes.Requests.Domain;

internal sealed record WithoutValues : IRequest
{
    internal sealed class Handler : IRequestHandler<WithoutValues>
    {
        public Task<Unit> Handle(WithoutValues request, CancellationToken cancellationToken) => Unit.Task;
    }
}
