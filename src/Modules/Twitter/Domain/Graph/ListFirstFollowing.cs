using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>The first page of whom each of several people follows, as <see cref="ListFollowing"/> has it; none of who is hidden from me.</summary>
internal sealed record ListFirstFollowing(IReadOnlyList<string> UserNames, int Limit) : IQuery<IReadOnlyDictionary<string, Page<Author>>>
{
    internal sealed class Validator : AbstractValidator<ListFirstFollowing>
    {
        public Validator()
        {
            RuleFor(request => request.UserNames).NotNull();
            RuleFor(request => request.Limit).InclusiveBetween(1, PageRequest.MaximumLimit);
        }
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<ListFirstFollowing, IReadOnlyDictionary<string, Page<Author>>>
    {
        public async Task<IReadOnlyDictionary<string, Page<Author>>> Handle(ListFirstFollowing request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            var visible = await people.FindVisibleAsync(request.UserNames, viewer, cancellationToken);
            var pages = await graph.ListFirstFollowingAsync(visible, viewer, request.Limit, cancellationToken);
            return Person.UnderNames(request.UserNames, visible, person => person.UserName, person => pages[person.Number]);
        }
    }
}
