using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Twitter.Domain.Search;

/// <summary>Has the index of all tweets made anew, in the background; asked for again, it begins again.</summary>
internal sealed record RebuildSearchIndex : ICommand<Unit>
{
    internal sealed class Handler(ISearch search) : IRequestHandler<RebuildSearchIndex, Unit>
    {
        public Task<Unit> Handle(RebuildSearchIndex request, CancellationToken cancellationToken)
        {
            search.Rebuild();
            return Unit.Task;
        }
    }
}
