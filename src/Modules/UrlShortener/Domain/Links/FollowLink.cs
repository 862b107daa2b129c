using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>A visit: where does this code lead? Nowhere is an answer here and no exception, since visits are many.</summary>
/// <param name="Code">See <see cref="LinkCode"/>.</param>
internal sealed record FollowLink(string Code) : IQuery<string?>
{
    /// <summary>Whether it is a visit, and not only a look at where it would lead.</summary>
    internal bool Counts { get; init; }

    internal sealed class Validator : AbstractValidator<FollowLink>
    {
        public Validator() => RuleFor(request => request.Code).NotEmpty();
    }

    internal sealed class Handler(IRedirects redirects, IVisits visits) : IRequestHandler<FollowLink, string?>
    {
        public async Task<string?> Handle(FollowLink request, CancellationToken cancellationToken)
        {
            var target = LinkCode.IsValid(request.Code) ? await redirects.FindTargetAsync(request.Code, cancellationToken) : null;
            if (target is not null && request.Counts)
            {
                visits.Count(request.Code);
            }

            return target;
        }
    }
}
