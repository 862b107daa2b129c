using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Twitter.Domain.Feeds;

/// <summary>Section <c>Twitter:Feeds</c>.</summary>
internal sealed class FeedOptions
{
    public const int DefaultThreshold = 10_000;

    /// <summary>How entries come into feeds at the first start; operators change it at run time.</summary>
    public FeedStrategy Strategy { get; set; } = FeedStrategy.Hybrid;

    /// <summary>At the first start: who has as many followers is pulled, and not pushed any more. Operators change it at run time.</summary>
    public int Threshold { get; set; } = DefaultThreshold;

    /// <summary>Whoever has not read their feed for so many days is not pushed to until they come again.</summary>
    public int InactiveDays { get; set; } = 14;

    /// <summary>For how long the first page of a feed is believed, in seconds; 0: it is made anew each time.</summary>
    public int CacheSeconds { get; set; } = 5;

    /// <summary>After so many milliseconds of pushing into feeds, whoever else has something to write gets their turn.</summary>
    public int PushMilliseconds { get; set; } = 20;

    public IEnumerable<ValidationResult> Validate(string section)
    {
        if (Threshold < 1)
        {
            yield return new($"Set {section}:{nameof(Threshold)} to a number of followers, at least 1.");
        }

        if (InactiveDays is < 1 or > 3_650)
        {
            yield return new($"Set {section}:{nameof(InactiveDays)} to a number of days from 1 to 3,650.");
        }

        if (CacheSeconds is < 0 or > 60)
        {
            yield return new($"Set {section}:{nameof(CacheSeconds)} to a number of seconds from 0 to 60.");
        }

        if (PushMilliseconds is < 1 or > 10_000)
        {
            yield return new($"Set {section}:{nameof(PushMilliseconds)} to a number of milliseconds from 1 to 10,000.");
        }
    }
}
