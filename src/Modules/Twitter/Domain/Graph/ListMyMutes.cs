using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Whom I mute.</summary>
internal sealed record ListMyMutes(PageRequest Page) : IQuery<Page<Author>>
{
    internal sealed class Validator : AbstractValidator<ListMyMutes>
    {
        public Validator() => RuleFor(request => request.Page).NotNull();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<ListMyMutes, Page<Author>>
    {
        public async Task<Page<Author>> Handle(ListMyMutes request, CancellationToken cancellationToken) =>
            await graph.ListMutedAsync(await people.NumberOfAsync(currentUser.Id, cancellationToken), request.Page, cancellationToken);
    }
}
