using System.ComponentModel.DataAnnotations;

namespace SystemDesign.UrlShortener.Domain.Codes;

/// <summary>Section <c>UrlShortener:Codes</c>: how codes are generated (US-2).</summary>
internal sealed class CodeOptions
{
    /// <summary>Rows are locked while they are leased, and a lease that is lost with its process is so many codes.</summary>
    private const int GreatestBlock = 100_000;

    private const int GreatestPool = 10_000_000;

    private static readonly TimeSpan GreatestLease = TimeSpan.FromDays(7);

    public CodeGenerator Generator { get; set; }

    /// <summary>How many codes an instance leases at once, and loses at most when it is killed.</summary>
    public int Block { get; set; } = 1_000;

    /// <summary>Of a pool: how many codes are kept ready that no instance has leased.</summary>
    public int PoolSize { get; set; } = 10_000;

    /// <summary>
    /// Of a pool: how long an instance has for the codes that it leased; then another may take them. The clocks of the instances
    /// must not differ by more than that.
    /// </summary>
    public int LeaseSeconds { get; set; } = 600;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <param name="section">Where these settings stand.</param>
    public IEnumerable<ValidationResult> Validate(string section)
    {
        if (!Enum.IsDefined(Generator))
        {
            yield return Set($"{section}:{nameof(Generator)} to {string.Join(" or ", Enum.GetNames<CodeGenerator>())}.");
        }

        if (Block is < 1 or > GreatestBlock)
        {
            yield return Set($"{section}:{nameof(Block)} to 1 to {GreatestBlock}.");
        }

        if (PoolSize is < 1 or > GreatestPool)
        {
            yield return Set($"{section}:{nameof(PoolSize)} to 1 to {GreatestPool}.");
        }

        if (LeaseSeconds < 1 || Lease > GreatestLease)
        {
            yield return Set($"{section}:{nameof(LeaseSeconds)} to 1 to {GreatestLease.TotalSeconds}.");
        }
    }

    private static ValidationResult Set(FormattableString what) => new($"Set {FormattableString.Invariant(what)}");
}
