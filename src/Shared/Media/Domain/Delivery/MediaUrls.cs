using System.Globalization;
using SystemDesign.Kernel.Requests;

namespace SystemDesign.Media.Domain.Delivery;

internal sealed class MediaUrls(CdnOptions options, IRequestOrigin origin, IUrlSignatures signatures, TimeProvider clock) : IMediaUrls
{
    /// <summary>Within it an object keeps its signed address, so that who has the bytes under it does not fetch them again.</summary>
    private const long Step = 5 * 60;

    public MediaUrl Of(string objectName, bool isPublic)
    {
        var url = $"{(options.BaseUrl ?? origin.Value).TrimEnd('/')}/cdn/{objectName}";
        if (isPublic)
        {
            return new(url, null);
        }

        var earliest = (clock.GetUtcNow() + TimeSpan.FromMinutes(options.SignedUrlMinutes)).ToUnixTimeSeconds();
        var expires = (earliest + Step - 1) / Step * Step;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{url}?expires={expires}&signature={signatures.Sign(objectName, expires)}"),
            DateTimeOffset.FromUnixTimeSeconds(expires));
    }
}
