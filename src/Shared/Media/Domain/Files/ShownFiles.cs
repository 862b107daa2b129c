using SystemDesign.Kernel.Media;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Uploads;

namespace SystemDesign.Media.Domain.Files;

/// <summary>Shows files to their owner, each with an address and a reference that are good now.</summary>
internal sealed class ShownFiles(IMediaUrls urls, IMediaReferences references, MediaOptions options, TimeProvider clock)
{
    public ShownFile Show(WholeFile whole)
    {
        var (file, kept) = whole;
        var now = clock.Now();
        var url = urls.Of(kept.Name, file.IsPublic);

        // No reference outlives what it refers to: who takes one in has until then, and the sweep's own patience, to say so.
        var deletedAfter = file.UnclaimedSince + options.UnclaimedLifetime;
        var good = deletedAfter ?? now + options.UnclaimedLifetime;
        var reference = good > now ? references.Sign(new(file.Id, file.OwnerId, kept.Name, kept.ContentType, kept.Bytes, file.IsPublic, good)) : null;
        return new(
            file.Id,
            file.Name,
            kept.ContentType,
            kept.Bytes,
            kept.Width,
            kept.Height,
            Visibility.Of(file.IsPublic),
            file.UploadedAt,
            url.Url,
            url.ExpiresAt,
            reference,
            deletedAfter);
    }
}
