using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>One of my links. Whether others have one of that code is not for me to know.</summary>
internal sealed record ReadLink(string Code) : IQuery<ShortLink>
{
    internal sealed class Validator : AbstractValidator<ReadLink>
    {
        public Validator() => RuleFor(request => request.Code).NotEmpty();
    }

    internal sealed class Handler(ILinks links, ShortUrls shortUrls, ICurrentUser currentUser) : IRequestHandler<ReadLink, ShortLink>
    {
        public async Task<ShortLink> Handle(ReadLink request, CancellationToken cancellationToken) =>
            LinkCode.IsValid(request.Code) && await links.FindAsync(request.Code, currentUser.Id, cancellationToken) is var (link, document)
                ? shortUrls.Show(link, document)
                : throw Link.NotFound();
    }
}
