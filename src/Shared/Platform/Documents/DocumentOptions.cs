using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace SystemDesign.Platform.Documents;

/// <summary>Section <c>Documents</c>: what is unlike the usual, by the store's name.</summary>
internal sealed class DocumentOptions() : Dictionary<string, DocumentOptions.StoreOptions>(StringComparer.OrdinalIgnoreCase), IValidatableObject
{
    public const string Section = "Documents";

    public const int MaximumShards = 64;

    public static string SettingOf(string store) => $"{Section}:{store}:{nameof(StoreOptions.Shards)}";

    /// <summary>The setting that names a shard's server.</summary>
    public static string ServerSettingOf(string store, int shard) => $"{Section}:{store}:{nameof(StoreOptions.ConnectionStrings)}:{shard}";

    public int ShardsOf(string store) => TryGetValue(store, out var options) ? options.Shards : new StoreOptions().Shards;

    /// <returns>Nothing where the shard lies with the modules' databases.</returns>
    public string? ServerOf(string store, int shard) =>
        TryGetValue(store, out var options) ? options.ConnectionStrings.GetValueOrDefault(shard.ToString(CultureInfo.InvariantCulture)) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (store, options) in this)
        {
            if (options.Shards is < 1 or > MaximumShards)
            {
                yield return new ValidationResult($"Set {SettingOf(store)} to a number from 1 to {MaximumShards}.");
            }
            else if (options.ConnectionStrings.Keys.FirstOrDefault(key => !options.IsShard(key)) is { } stranger)
            {
                yield return new ValidationResult(
                    $"{Section}:{store}:{nameof(StoreOptions.ConnectionStrings)}:{stranger} is no shard's: the shards are 0 to {options.Shards - 1}, as many as {SettingOf(store)} says.");
            }
        }
    }

    /// <summary>Section <c>Documents:{store}</c>.</summary>
    internal sealed class StoreOptions
    {
        /// <summary>1 to 64. It can be raised at any time, and never lowered: what lies on a shard stays there.</summary>
        public int Shards { get; set; } = 1;

        /// <summary>
        /// For PostgreSQL, by the shard's number: the server of that shard, in Npgsql's form. Without one a shard lies on that
        /// of <c>Persistence:ConnectionString</c>.
        /// </summary>
        public Dictionary<string, string> ConnectionStrings { get; } = [];

        internal bool IsShard(string key) => Enumerable.Range(0, Shards).Any(shard => shard.ToString(CultureInfo.InvariantCulture) == key);
    }
}
