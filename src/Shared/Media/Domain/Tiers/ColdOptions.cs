using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Media.Domain.Tiers;

/// <summary>Section <c>Media:Cold</c>.</summary>
internal sealed class ColdOptions
{
    private const int MostDays = 36_500;

    private const int MostSeconds = 24 * 60 * 60;

    /// <summary>After how many days without a read an object is put away; 0: never.</summary>
    public int AfterDays { get; set; } = 90;

    /// <summary>What a client is told to wait that asked for an object which is put away.</summary>
    public int RetryAfterSeconds { get; set; } = 5;

    /// <summary>What 10^12 bytes cost a month where they can be read at once, in US cents. S3 Standard, us-east-1, is 2300.</summary>
    public int HotCentsPerTerabyte { get; set; } = 2_300;

    /// <summary>What they cost where they are put away. S3 Glacier Flexible Retrieval is 360.</summary>
    public int ColdCentsPerTerabyte { get; set; } = 360;

    public TimeSpan? After => AfterDays > 0 ? TimeSpan.FromDays(AfterDays) : null;

    /// <param name="section">Where these settings stand.</param>
    public IEnumerable<ValidationResult> Validate(string section)
    {
        if (AfterDays is < 0 or > MostDays)
        {
            yield return Set($"{section}:{nameof(AfterDays)} to 1 to {MostDays}, or to 0 to put nothing away.");
        }

        if (RetryAfterSeconds is < 1 or > MostSeconds)
        {
            yield return Set($"{section}:{nameof(RetryAfterSeconds)} to 1 to {MostSeconds}.");
        }

        if (HotCentsPerTerabyte < 0)
        {
            yield return Set($"{section}:{nameof(HotCentsPerTerabyte)} to 0 or more.");
        }

        if (ColdCentsPerTerabyte < 0)
        {
            yield return Set($"{section}:{nameof(ColdCentsPerTerabyte)} to 0 or more.");
        }
    }

    private static ValidationResult Set(FormattableString what) => new($"Set {FormattableString.Invariant(what)}");
}
