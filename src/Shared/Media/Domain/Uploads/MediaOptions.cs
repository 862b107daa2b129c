using System.ComponentModel.DataAnnotations;
using SystemDesign.Media.Domain.Inspection;
using SystemDesign.Media.Domain.Tiers;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>Section <c>Media</c>.</summary>
internal sealed class MediaOptions : IValidatableObject
{
    public const string Section = "Media";

    private const long Mebibyte = 1024 * 1024;

    /// <summary>What all the files of a user may have together, with the uploads that are under way; in bytes.</summary>
    public long QuotaBytes { get; set; } = 10 * 1024 * Mebibyte;

    /// <summary>What a file may have; in bytes.</summary>
    public long MaximumFileBytes { get; set; } = 5 * 1024 * Mebibyte;

    /// <summary>What a file that is sent in one request may have; in bytes.</summary>
    public long SmallFileBytes { get; set; } = 10 * Mebibyte;

    /// <summary>How many uploads of a user can be under way.</summary>
    public int ConcurrentUploads { get; set; } = 20;

    /// <summary>How long an upload waits for its next bytes.</summary>
    public int UploadHours { get; set; } = 24;

    /// <summary>How long a file stays that no module uses.</summary>
    public int UnclaimedHours { get; set; } = 24;

    /// <summary>What a picture may have, all frames together.</summary>
    public long MaximumPixels { get; set; } = ContentInspection.DefaultMaximumPixels;

    /// <summary>What becomes of objects that nobody reads.</summary>
    public ColdOptions Cold { get; } = new();

    internal TimeSpan UploadLifetime => TimeSpan.FromHours(UploadHours);

    internal TimeSpan UnclaimedLifetime => TimeSpan.FromHours(UnclaimedHours);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var failure in Cold.Validate($"{Section}:{nameof(Cold)}"))
        {
            yield return failure;
        }

        if (QuotaBytes < 1)
        {
            yield return Wrong(nameof(QuotaBytes), "1 or more");
        }

        if (MaximumFileBytes < 1)
        {
            yield return Wrong(nameof(MaximumFileBytes), "1 or more");
        }

        if (SmallFileBytes < 1 || SmallFileBytes > MaximumFileBytes)
        {
            yield return Wrong(nameof(SmallFileBytes), $"1 or more, and not more than {Section}:{nameof(MaximumFileBytes)}");
        }

        if (ConcurrentUploads < 1)
        {
            yield return Wrong(nameof(ConcurrentUploads), "1 or more");
        }

        if (UploadHours is < 1 or > 8760)
        {
            yield return Wrong(nameof(UploadHours), "1 to 8760");
        }

        if (UnclaimedHours is < 1 or > 8760)
        {
            yield return Wrong(nameof(UnclaimedHours), "1 to 8760");
        }

        if (MaximumPixels < 1)
        {
            yield return Wrong(nameof(MaximumPixels), "1 or more");
        }
    }

    private static ValidationResult Wrong(string setting, string right) => new($"Set {Section}:{setting} to {right}, or leave it out.");
}
