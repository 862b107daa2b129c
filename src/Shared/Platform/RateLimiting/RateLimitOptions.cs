using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>Section <c>RateLimiting</c>.</summary>
internal sealed class RateLimitOptions : IValidatableObject
{
    public const string Section = "RateLimiting";

    /// <summary>
    /// 100 a second, minute after minute: more than a browser with a page full of pictures asks for, and less than any
    /// load generator.
    /// </summary>
    private const int FloodPerMinute = 6_000;

    /// <summary>Whether anything is limited at all. It is there for tests of other things.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What one address may send, whatever it asks for and whoever it is.</summary>
    public LimitOptions Flood { get; } = new();

    /// <summary>Other limits than those in the code, by name.</summary>
    public IDictionary<string, LimitOptions> Groups { get; } = new Dictionary<string, LimitOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The limit before everything else.</summary>
    public RateLimit FloodLimit() => new("flood", Flood.PerMinute ?? FloodPerMinute, CountedBy.Address, SettingOf(nameof(Flood)));

    /// <summary>The limit of that name as it is configured.</summary>
    /// <param name="name">See <see cref="RateLimit"/>.</param>
    /// <param name="perMinute">Unless the configuration says something else.</param>
    /// <param name="countedBy">See <see cref="RateLimit"/>.</param>
    public RateLimit Limit(string name, int perMinute, CountedBy countedBy) =>
        new(name, Groups.TryGetValue(name, out var group) ? group.PerMinute ?? perMinute : perMinute, countedBy, SettingOf($"{nameof(Groups)}:{name}"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Groups.Select(group => (Setting: SettingOf($"{nameof(Groups)}:{group.Key}"), group.Value.PerMinute))
            .Append((Setting: SettingOf(nameof(Flood)), Flood.PerMinute))
            .Where(limit => limit.PerMinute < 1)
            .Select(limit => new ValidationResult($"Set {limit.Setting} to 1 or more, or leave it out; {Section}:{nameof(Enabled)}=false lifts all limits."));

    private static string SettingOf(string limit) => $"{Section}:{limit}:{nameof(LimitOptions.PerMinute)}";

    /// <summary>Section <c>RateLimiting:Flood</c> or <c>RateLimiting:Groups:{name}</c>.</summary>
    internal sealed class LimitOptions
    {
        /// <summary>Requests of one caller in any minute; at least 1.</summary>
        public int? PerMinute { get; set; }
    }
}
