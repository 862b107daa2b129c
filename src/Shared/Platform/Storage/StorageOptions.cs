using System.ComponentModel.DataAnnotations;
using SystemDesign.Platform.Storage.S3;

namespace SystemDesign.Platform.Storage;

/// <summary>Where binary content lies: section <c>Storage</c>.</summary>
internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    public StorageProvider Provider { get; set; } = StorageProvider.Files;

    /// <summary>
    /// Of files: a folder; created if missing. By default <c>objects</c> in the data folder. It lies on one file system: an object
    /// changes its tier by being renamed.
    /// </summary>
    public string? Path { get; set; }

    /// <summary>
    /// Of files: how long an object takes to come back from the cold tier. A few seconds, so that the waiting can be seen;
    /// S3 Glacier takes minutes to hours, whatever this says.
    /// </summary>
    public int RestoreSeconds { get; set; } = 10;

    public S3Options S3 { get; set; } = new();

    public TimeSpan Restore => TimeSpan.FromSeconds(RestoreSeconds);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        const int Week = 7 * 24 * 60 * 60;
        if (RestoreSeconds is < 0 or > Week)
        {
            yield return new ValidationResult($"Set {Section}:{nameof(RestoreSeconds)} to a number of seconds from 0 to {Week}.");
        }

        foreach (var fault in Provider is StorageProvider.S3 ? S3.Faults($"{Section}:{nameof(S3)}") : [])
        {
            yield return new ValidationResult(fault);
        }
    }
}
