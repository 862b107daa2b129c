namespace SystemDesign.Platform.Caching;

/// <summary>How much a cache keeps, and how long it believes what it keeps.</summary>
public sealed record CacheOptions
{
    /// <summary>Entries in the process, absent ones included; beyond it the least used make room.</summary>
    public int Limit { get; init; } = 10_000;

    /// <summary>
    /// How long an entry is believed in the process, counted from the beginning of its load. An instance that does not hear
    /// of a change sees it when this has passed.
    /// </summary>
    public TimeSpan FirstLevelLifetime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long an entry is believed in the level that instances share. A change that was made behind the cache's back is seen
    /// when this has passed, or <see cref="FirstLevelLifetime"/> where there is no such level.
    /// </summary>
    public TimeSpan SecondLevelLifetime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it is believed, on either level, that there is none: short, since what is asked for is often made soon.</summary>
    public TimeSpan AbsenceLifetime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The share of each lifetime that is left to chance, 0 to 1, so that entries that were loaded together do not end
    /// together. It only shortens.
    /// </summary>
    public double Jitter { get; init; } = 0.1;

    /// <exception cref="ArgumentException">A value that no cache can work with; the message names it.</exception>
    internal void Validate(string cache)
    {
        Require(Limit > 0, nameof(Limit), "at least 1");
        Require(FirstLevelLifetime > TimeSpan.Zero, nameof(FirstLevelLifetime), "positive");
        Require(SecondLevelLifetime >= FirstLevelLifetime, nameof(SecondLevelLifetime), $"at least its {nameof(FirstLevelLifetime)}");
        Require(AbsenceLifetime > TimeSpan.Zero, nameof(AbsenceLifetime), "positive");
        Require(Jitter is >= 0 and < 1, nameof(Jitter), "at least 0 and less than 1");

        void Require(bool holds, string option, string range)
        {
            if (!holds)
            {
                throw new ArgumentException($"The cache {cache} needs a {option} that is {range}.");
            }
        }
    }
}
