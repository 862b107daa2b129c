using System.Text;
using SystemDesign.Kernel.Seeding;

namespace SystemDesign.Twitter.Data.Seeding;

/// <summary>What somebody could have written: words, the fewer the likelier, and after them whom it names and what it is about.</summary>
internal static class SeededText
{
    private static readonly string[] Words =
    [
        "the", "a", "and", "of", "to", "in", "we", "you", "it", "is", "on", "for", "with", "new", "today", "never", "always", "again", "better", "little", "summer",
        "winter", "morning", "night", "coffee", "music", "book", "train", "garden", "river", "mountain", "city", "market", "kitchen", "football", "concert",
        "science", "energy", "ocean", "forest", "history", "design", "system", "library", "museum", "weather", "teacher", "student", "doctor", "village",
        "bicycle", "recipe", "camera", "novel", "station", "harbour", "island", "festival", "holiday", "launch", "report", "review", "guide", "letter",
    ];

    private static readonly string[] Tags =
    [
        "news", "music", "football", "science", "travel", "recipes", "photo", "books", "weather", "history", "design", "coding", "garden", "cycling", "film",
        "art", "running", "coffee", "nature", "city", "startup", "energy", "health", "school", "theatre", "ocean", "space", "maps", "trains", "chess",
    ];

    /// <param name="draws">Of the tweet.</param>
    /// <param name="mentioned">A user name; nothing: none.</param>
    /// <returns>The text, and the tags in it.</returns>
    public static (string Text, IReadOnlyList<string> Tags) Draw(Draws draws, string? mentioned)
    {
        var text = new StringBuilder(draws.One(Words));
        for (var further = 3 + draws.LowBelow(25); further > 0; further--)
        {
            text.Append(' ').Append(draws.EarlyOne(Words));
        }

        if (mentioned is not null)
        {
            text.Append(" @").Append(mentioned);
        }

        List<string> tags = draws.InHundred(25) ? [.. Enumerable.Range(0, 1 + (int)draws.Below(2)).Select(_ => draws.EarlyOne(Tags)).Distinct()] : [];
        tags.ForEach(tag => text.Append(" #").Append(tag));
        return (text.ToString(), tags);
    }
}
