using System.Globalization;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data.Seeding;

/// <summary>
/// The tweets of a seed, by number from 0, all over the period: each is made without those before it, and is the same however many are made. A tweet answers or quotes
/// one of a lower number, if that was written earlier: so of thirty in a hundred that would answer, half do. What the private write nobody answers, quotes,
/// likes or reposts.
/// </summary>
internal sealed class SeededTweets(long seed, SeededPeople people)
{
    private static readonly long Milliseconds = (long)(SeededPeriod.End - SeededPeriod.Start).TotalMilliseconds;

    private static readonly DateTimeOffset LastInstant = SeededPeriod.End.AddSeconds(-1);

    private readonly string subject = string.Create(CultureInfo.InvariantCulture, $"twitter.tweets:{people.Count}");

    /// <returns>Nothing if its author is not here.</returns>
    public SeededTweet? Make(long number)
    {
        var outline = Sketch(number);
        if (!people.Has(outline.Author))
        {
            return null;
        }

        var draws = outline.Draws;
        var mentioned = draws.InHundred(12) && 1 + (int)draws.LowBelow(people.Count) is var drawn && people.Has(drawn) ? drawn : 0;
        var (text, tags) = SeededText.Draw(draws, mentioned > 0 ? SeededUsers.UserNameOf(mentioned) : null);
        var isPrivate = SeededPeople.IsPrivate(outline.Author);
        var likes = isPrivate || draws.InHundred(50) ? [] : DrawPeople(draws, draws.HeavyFrom(1, 300), outline.Author);
        var reposts = isPrivate || !draws.InHundred(12) ? [] : DrawPeople(draws, draws.HeavyFrom(1, 100), outline.Author);
        var author = people.NumberOf(outline.Author);
        var answered = outline.Answered is { } one ? Sketch(one) : null;
        var quoted = outline.Quoted is { } other ? Sketch(other) : null;
        return new(
            new()
            {
                Id = outline.Id,
                Author = author,
                Text = text,
                CreatedAt = outline.CreatedAt,
                InReplyTo = answered?.Id,
                RepliedTo = answered is null ? null : people.NumberOf(answered.Author),
                Thread = ThreadOf(outline),
                QuoteOf = quoted?.Id,
                Quoted = quoted is null ? null : people.NumberOf(quoted.Author),
                IsPrivate = isPrivate,
                Likes = likes.Count,
                Reposts = reposts.Count,
            },
            [
                new() { Id = outline.Id, Actor = author, TweetId = outline.Id },
                .. reposts.Select(person => new Entry { Id = draws.Id(Later(draws, outline.CreatedAt)), Actor = person, TweetId = outline.Id }),
            ],
            mentioned > 0 ? [new() { TweetId = outline.Id, Person = people.NumberOf(mentioned) }] : [],
            [.. tags.Select(tag => new TagUse { TweetId = outline.Id, Tag = tag })],
            [.. likes.Select(person => new Like { TweetId = outline.Id, Person = person, LikedAt = Later(draws, outline.CreatedAt) })]);
    }

    private static DateTimeOffset Later(Draws draws, DateTimeOffset instant) =>
        instant.AddSeconds(1 + draws.LowBelow(2 * 24 * 3600)) is var later && later < LastInstant ? later : LastInstant;

    /// <summary>Others than the author, each once, by number.</summary>
    private IReadOnlyList<int> DrawPeople(Draws draws, long count, int author)
    {
        var found = new SortedSet<int>();
        for (; count > 0; count--)
        {
            if (1 + (int)draws.Below(people.Count) is var drawn && drawn != author && people.Has(drawn))
            {
                found.Add(people.NumberOf(drawn));
            }
        }

        return [.. found];
    }

    private Guid ThreadOf(Outline outline)
    {
        while (outline.Answered is { } answered)
        {
            outline = Sketch(answered);
        }

        return outline.Id;
    }

    /// <summary>What others must know of it.</summary>
    private Outline Sketch(long number)
    {
        var outline = Begin(number);
        var kind = outline.Draws.Below(100);
        if (kind >= 38 || number == 0)
        {
            return outline;
        }

        var target = outline.Draws.LowBelow(number);
        var other = Begin(target);
        return other.CreatedAt >= outline.CreatedAt || SeededPeople.IsPrivate(other.Author) || !people.Has(other.Author) ? outline
            : kind < 30 ? outline with { Answered = target }
            : outline with { Quoted = target };
    }

    private Outline Begin(long number)
    {
        var draws = Draws.For(subject, seed, number);
        var author = 1 + (int)draws.LowBelow(people.Count);
        var createdAt = SeededPeriod.Start.AddMilliseconds(draws.Below(Milliseconds));
        return new(draws, author, createdAt, draws.Id(createdAt), Answered: null, Quoted: null);
    }

    /// <param name="Draws">For the rest of it.</param>
    /// <param name="Author">Their rank.</param>
    /// <param name="CreatedAt">In milliseconds, as the id has it.</param>
    /// <param name="Id">UUIDv7.</param>
    /// <param name="Answered">The number of the tweet that it answers.</param>
    /// <param name="Quoted">The number of the tweet that it quotes.</param>
    private sealed record Outline(Draws Draws, int Author, DateTimeOffset CreatedAt, Guid Id, long? Answered, long? Quoted);
}
