using System.Security.Cryptography;

namespace SystemDesign.Platform.Caching.Levels;

/// <summary>How long an entry that is made now is believed: a little less than the options say, and each a little differently.</summary>
internal sealed class Lifetimes(CacheOptions options)
{
    private const int Steps = 1 << 20;

    /// <param name="isAbsent">Whether there is none.</param>
    /// <param name="atMost">What is left of an entry of the second level.</param>
    public TimeSpan OfFirstLevel(bool isAbsent, TimeSpan atMost) =>
        Shorter(atMost, Shorten(isAbsent ? Shorter(options.AbsenceLifetime, options.FirstLevelLifetime) : options.FirstLevelLifetime));

    public TimeSpan OfSecondLevel(bool isAbsent) => Shorten(isAbsent ? options.AbsenceLifetime : options.SecondLevelLifetime);

    /// <summary>Longer than any entry, so that the generation that an entry belongs to is there as long as the entry.</summary>
    public TimeSpan OfGeneration => 2 * (options.SecondLevelLifetime + options.AbsenceLifetime);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private TimeSpan Shorten(TimeSpan lifetime) =>
        lifetime * (1 - (options.Jitter * RandomNumberGenerator.GetInt32(Steps) / Steps));
}
