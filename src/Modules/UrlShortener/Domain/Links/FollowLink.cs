using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>A visit: where does this code lead? Nowhere is an answer here and no exception, since visits are many.</summary>
/// <param name="Code">See <see cref="LinkCode"/>.</param>
internal sealed record FollowLink(string Code) : IQuery<string?>
{
    /// <summary>Whether somebody goes there, or a program looks where it leads.</summary>
    internal VisitKind Kind { get; init; }

    /// <summary>The host whose page led here, if that is known.</summary>
    internal string? Referrer { get; init; }

    internal sealed class Validator : AbstractValidator<FollowLink>
    {
        public Validator() => RuleFor(request => request.Code).NotEmpty();
    }

    internal sealed class Handler(IRedirects redirects, IVisits visits) : IRequestHandler<FollowLink, string?>
    {
        public async Task<string?> Handle(FollowLink request, CancellationToken cancellationToken)
        {
            var target = LinkCode.IsValid(request.Code) ? await redirects.FindTargetAsync(request.Code, cancellationToken) : null;
            if (target is not null)
            {
                visits.Count(request.Code, request.Kind, request.Referrer);
            }

            return target;
        }
    }
}
