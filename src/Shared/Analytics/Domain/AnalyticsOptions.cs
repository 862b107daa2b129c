using System.ComponentModel.DataAnnotations;
using SystemDesign.Analytics.Domain.CustomEvents;

namespace SystemDesign.Analytics.Domain;

/// <summary>Section <c>Analytics</c>.</summary>
internal sealed class AnalyticsOptions : IValidatableObject
{
    public const string Section = "Analytics";

    public const int UsualCustomEventDays = 3;

    /// <summary>Whether the host has this service at all. Events that are told while it has not are not counted later.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>For how long counts per minute are kept.</summary>
    [Range(1, 31, ErrorMessage = $"Set {Section}:{nameof(MinuteDays)} to 1 to 31.")]
    public int MinuteDays { get; set; } = 2;

    /// <summary>For how long counts per hour are kept. Those per day are kept for ever.</summary>
    [Range(2, 3_650, ErrorMessage = $"Set {Section}:{nameof(HourDays)} to 2 to 3650.")]
    public int HourDays { get; set; } = 60;

    /// <summary>What the product bears, as measured: the mean of an hour. Without it forecasts have no limit to reach.</summary>
    [Range(0.001, 1e9, ErrorMessage = $"Set {Section}:{nameof(CapacityRequestsPerSecond)} to 0.001 to 1000000000, or leave it out.")]
    public double? CapacityRequestsPerSecond { get; set; }

    /// <summary>How old custom events may be when they come. For so long each is known again when it comes twice.</summary>
    [Range(1, 30, ErrorMessage = $"Set {Section}:{nameof(CustomEventDays)} to 1 to 30.")]
    public int CustomEventDays { get; set; } = UsualCustomEventDays;

    /// <summary>The properties of custom events that are counted by their values, such as <c>plan</c>. Others are not kept.</summary>
    public IList<string> Properties { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HourDays < MinuteDays)
        {
            yield return new ValidationResult($"Set {Section}:{nameof(HourDays)} to no less than {Section}:{nameof(MinuteDays)}.");
        }

        foreach (var property in Properties.Where(property => !CustomEventRules.IsPropertyName(property)))
        {
            yield return new ValidationResult($"Set {Section}:{nameof(Properties)} to names of properties such as plan: '{property}' is none.");
        }
    }
}
