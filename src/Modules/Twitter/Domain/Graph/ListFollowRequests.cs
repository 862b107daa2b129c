using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Who asks to follow me.</summary>
internal sealed record ListFollowRequests(PageRequest Page) : IQuery<Page<Author>>
{
    internal sealed class Validator : AbstractValidator<ListFollowRequests>
    {
        public Validator() => RuleFor(request => request.Page).NotNull();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<ListFollowRequests, Page<Author>>
    {
        public async Task<Page<Author>> Handle(ListFollowRequests request, CancellationToken cancellationToken) =>
            await graph.ListRequestsAsync(await people.NumberOfAsync(currentUser.Id, cancellationToken), request.Page, cancellationToken);
    }
}
