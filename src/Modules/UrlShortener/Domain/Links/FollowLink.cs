using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>A visit: where does this code lead? Nowhere is an answer here and no exception, since visits are many.</summary>
internal sealed record FollowLink(string Code) : IQuery<string?>
{
    internal sealed class Validator : AbstractValidator<FollowLink>
    {
        public Validator() => RuleFor(request => request.Code).NotEmpty();
    }

    internal sealed class Handler(IRedirects redirects) : IRequestHandler<FollowLink, string?>
    {
        public async Task<string?> Handle(FollowLink request, CancellationToken cancellationToken) =>
            LinkCode.IsValid(request.Code) ? await redirects.FindTargetAsync(request.Code, cancellationToken) : null;
    }
}
