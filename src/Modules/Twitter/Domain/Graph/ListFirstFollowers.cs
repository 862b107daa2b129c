using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>The first page of who follows each of several people, as <see cref="ListFollowers"/> has it; none of who is hidden from me.</summary>
internal sealed record ListFirstFollowers(IReadOnlyList<string> UserNames, int Limit) : IQuery<IReadOnlyDictionary<string, Page<Author>>>
{
    internal sealed class Validator : AbstractValidator<ListFirstFollowers>
    {
        public Validator()
        {
            RuleFor(request => request.UserNames).NotNull();
            RuleFor(request => request.Limit).InclusiveBetween(1, PageRequest.MaximumLimit);
        }
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<ListFirstFollowers, IReadOnlyDictionary<string, Page<Author>>>
    {
        public async Task<IReadOnlyDictionary<string, Page<Author>>> Handle(ListFirstFollowers request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            var visible = await people.FindVisibleAsync(request.UserNames, viewer, cancellationToken);
            var pages = await graph.ListFirstFollowersAsync(visible, viewer, request.Limit, cancellationToken);
            return Person.UnderNames(request.UserNames, visible, person => person.UserName, person => pages[person.Number]);
        }
    }
}
