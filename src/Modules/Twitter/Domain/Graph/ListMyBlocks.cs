using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Whom I block.</summary>
internal sealed record ListMyBlocks(PageRequest Page) : IQuery<Page<Author>>
{
    internal sealed class Validator : AbstractValidator<ListMyBlocks>
    {
        public Validator() => RuleFor(request => request.Page).NotNull();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<ListMyBlocks, Page<Author>>
    {
        public async Task<Page<Author>> Handle(ListMyBlocks request, CancellationToken cancellationToken) =>
            await graph.ListBlockedAsync(await people.NumberOfAsync(currentUser.Id, cancellationToken), request.Page, cancellationToken);
    }
}
