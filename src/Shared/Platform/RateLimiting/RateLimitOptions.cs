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
    public FloodOptions Flood { get; } = new();

    /// <summary>What becomes of requests that cannot be counted together with those of other instances, unless their limit says something else.</summary>
    public OnOutage OnOutage { get; set; } = OnOutage.Open;

    /// <summary>Other limits than those in the code, by name.</summary>
    public IDictionary<string, GroupOptions> Groups { get; } = new Dictionary<string, GroupOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The limit before everything else.</summary>
    public RateLimit FloodLimit() => new("flood", Flood.PerMinute ?? FloodPerMinute, CountedBy.Address, SettingOf(nameof(Flood)), OnOutage.Open);

    /// <summary>The limit of that name as it is configured.</summary>
    /// <param name="name">See <see cref="RateLimit"/>.</param>
    /// <param name="perMinute">Unless the configuration says something else.</param>
    /// <param name="countedBy">See <see cref="RateLimit"/>.</param>
    public RateLimit Limit(string name, int perMinute, CountedBy countedBy)
    {
        var group = Groups.TryGetValue(name, out var configured) ? configured : new();
        return new(name, group.PerMinute ?? perMinute, countedBy, SettingOf($"{nameof(Groups)}:{name}"), group.OnOutage ?? OnOutage);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Groups.Select(group => (Setting: SettingOf($"{nameof(Groups)}:{group.Key}"), group.Value.PerMinute))
            .Append((Setting: SettingOf(nameof(Flood)), Flood.PerMinute))
            .Where(limit => limit.PerMinute < 1)
            .Select(limit => new ValidationResult($"Set {limit.Setting} to 1 or more, or leave it out; {Section}:{nameof(Enabled)}=false lifts all limits."));

    private static string SettingOf(string limit) => $"{Section}:{limit}:{nameof(GroupOptions.PerMinute)}";

    /// <summary>Section <c>RateLimiting:Flood</c>.</summary>
    internal sealed class FloodOptions
    {
        /// <summary>Requests of one address in any minute, to one instance; at least 1.</summary>
        public int? PerMinute { get; set; }
    }

    /// <summary>Section <c>RateLimiting:Groups:{name}</c>.</summary>
    internal sealed class GroupOptions
    {
        /// <summary>Requests of one caller in any minute; at least 1.</summary>
        public int? PerMinute { get; set; }

        /// <inheritdoc cref="RateLimitOptions.OnOutage"/>
        public OnOutage? OnOutage { get; set; }
    }
}
