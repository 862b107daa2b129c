using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>My links, the newest first.</summary>
internal sealed record ListMyLinks(PageRequest Page) : IQuery<Page<ShortLink>>
{
    internal sealed class Validator : AbstractValidator<ListMyLinks>
    {
        public Validator() => RuleFor(request => request.Page).NotNull();
    }

    internal sealed class Handler(ILinks links, ShortUrls shortUrls, ICurrentUser currentUser) : IRequestHandler<ListMyLinks, Page<ShortLink>>
    {
        public async Task<Page<ShortLink>> Handle(ListMyLinks request, CancellationToken cancellationToken)
        {
            var page = await links.ListAsync(currentUser.Id, request.Page, cancellationToken);
            return page.Select(shortUrls.Show);
        }
    }
}
