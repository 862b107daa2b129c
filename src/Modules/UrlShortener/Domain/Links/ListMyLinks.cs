using System.Globalization;
using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>My links, the newest first.</summary>
/// <param name="Search">Contained in the code, the address or a tag, in any case; nothing: all.</param>
/// <param name="Tag">One of the link's tags, in any case; nothing: all.</param>
/// <param name="Page">Which part.</param>
internal sealed record ListMyLinks(string? Search, string? Tag, PageRequest Page) : IQuery<Page<ShortLink>>
{
    public const int MaximumSearchLength = 100;

    internal sealed class Validator : AbstractValidator<ListMyLinks>
    {
        public Validator()
        {
            RuleFor(request => request.Search)
                .MaximumLength(MaximumSearchLength)
                .Must(search => search?.Contains('\0', StringComparison.Ordinal) is not true).WithMessage("A search has no control characters.");
            RuleFor(request => request.Tag)
                .Must(tag => string.IsNullOrEmpty(tag) || LinkTags.IsValid(tag)).WithMessage($"A tag is 1 to {LinkTags.MaximumLength} characters.");
            RuleFor(request => request.Page).NotNull();
        }
    }

    internal sealed class Handler(ILinks links, ShortUrls shortUrls, ICurrentUser currentUser) : IRequestHandler<ListMyLinks, Page<ShortLink>>
    {
        public async Task<Page<ShortLink>> Handle(ListMyLinks request, CancellationToken cancellationToken)
        {
            var search = string.IsNullOrEmpty(request.Search) ? null : CultureInfo.InvariantCulture.TextInfo.ToLower(request.Search);
            var tag = string.IsNullOrEmpty(request.Tag) ? null : LinkTags.Normalize(request.Tag);
            var page = await links.ListAsync(currentUser.Id, search, tag, request.Page, cancellationToken);
            return page.Select(whole => shortUrls.Show(whole.Link, whole.Document));
        }
    }
}
