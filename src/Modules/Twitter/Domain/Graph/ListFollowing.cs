using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Whom somebody follows, without those whom a block keeps from me.</summary>
internal sealed record ListFollowing(string UserName, PageRequest Page) : IQuery<Page<Author>>
{
    internal sealed class Validator : AbstractValidator<ListFollowing>
    {
        public Validator()
        {
            RuleFor(request => request.UserName).NotEmpty();
            RuleFor(request => request.Page).NotNull();
        }
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<ListFollowing, Page<Author>>
    {
        public async Task<Page<Author>> Handle(ListFollowing request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            var person = await people.RequireVisibleAsync(request.UserName, viewer, cancellationToken);
            return await graph.ListFollowingAsync(person.Number, viewer, request.Page, cancellationToken);
        }
    }
}
