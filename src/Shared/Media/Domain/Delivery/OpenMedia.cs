using System.Globalization;
using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Media.Domain.Tiers;

namespace SystemDesign.Media.Domain.Delivery;

/// <summary>Somebody reads an object. What keeps them from it is an answer here and no exception, since reads are many.</summary>
/// <param name="Name">Of a <see cref="MediaObject"/>.</param>
/// <param name="Expires">Seconds since 1970, if the address says so.</param>
/// <param name="Signature">If the address has one.</param>
internal sealed record OpenMedia(string Name, string? Expires, string? Signature) : IQuery<OpenedMedia>
{
    internal sealed class Validator : AbstractValidator<OpenMedia>
    {
        public Validator() => RuleFor(request => request.Name).NotEmpty();
    }

    internal sealed class Handler(IDeliveredObjects objects, IUrlSignatures signatures, ITiers tiers, ILastReads lastReads, TimeProvider clock)
        : IRequestHandler<OpenMedia, OpenedMedia>
    {
        /// <summary>Between two looks somebody else moved it, and had to win a race for that.</summary>
        private const int Looks = 5;

        public async Task<OpenedMedia> Handle(OpenMedia request, CancellationToken cancellationToken)
        {
            for (var look = 1; look <= Looks; look++)
            {
                var media = ObjectNames.IsPossible(request.Name) ? await objects.FindAsync(request.Name, cancellationToken) : null;
                var expiresAt = (DateTimeOffset?)null;
                if (media is not { IsPublic: true })
                {
                    // Before it matters whether there is one: a refusal must not tell.
                    var refusal = Check(request, out expiresAt);
                    if (refusal is not OpenOutcome.Opened || media is null)
                    {
                        return new(refusal is OpenOutcome.Opened ? OpenOutcome.NotFound : refusal);
                    }
                }

                if (await IsReadableAsync(media, cancellationToken) is { } isReadable)
                {
                    return isReadable ? Opened(media, expiresAt) : new(OpenOutcome.Restoring);
                }
            }

            return new(OpenOutcome.Restoring);
        }

        private OpenedMedia Opened(DeliveredObject media, DateTimeOffset? expiresAt)
        {
            lastReads.Note(media);
            return new(OpenOutcome.Opened, media, expiresAt);
        }

        private OpenOutcome Check(OpenMedia request, out DateTimeOffset? expiresAt)
        {
            expiresAt = null;
            if (request.Expires is null && request.Signature is null)
            {
                return OpenOutcome.NotFound;
            }

            if (request.Signature is null
                || !long.TryParse(request.Expires, NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
                || !signatures.IsGood(request.Name, expires, request.Signature))
            {
                return OpenOutcome.Forged;
            }

            expiresAt = DateTimeOffset.FromUnixTimeSeconds(expires);
            return clock.GetUtcNow() < expiresAt ? OpenOutcome.Opened : OpenOutcome.Expired;
        }

        /// <returns>Nothing: it has moved meanwhile, so look again.</returns>
        private async Task<bool?> IsReadableAsync(DeliveredObject media, CancellationToken cancellationToken) => media.Tier switch
        {
            MediaTier.Hot => true,
            MediaTier.Leaving => await tiers.TryStayAsync(media.Name, cancellationToken) ? true : null,
            MediaTier.Thawing => false,
            _ => await tiers.TryAskBackAsync(media.Name, cancellationToken) ? false : null,
        };
    }
}
