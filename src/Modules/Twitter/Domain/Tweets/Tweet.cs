using SystemDesign.Kernel.Errors;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>What somebody wrote. It never changes; it is counted on, and one day deleted.</summary>
internal sealed class Tweet
{
    /// <summary>UUIDv7: as old as its tweet, and the id of the entry by which it comes into feeds.</summary>
    public required Guid Id { get; init; }

    /// <summary>See <see cref="People.Person.Number"/>.</summary>
    public required int Author { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The tweet that this one answers, which may be deleted since.</summary>
    public Guid? InReplyTo { get; init; }

    /// <summary>Whom it answers.</summary>
    public int? RepliedTo { get; init; }

    /// <summary>The first tweet of the thread; of a tweet that answers nothing, itself.</summary>
    public required Guid Thread { get; init; }

    /// <summary>The tweet that this one shows below itself, which may be deleted since.</summary>
    public Guid? QuoteOf { get; init; }

    /// <summary>Whose that is.</summary>
    public int? Quoted { get; init; }

    /// <summary>As its author is; kept here too, so that what is private can be found among many answers without asking for each author.</summary>
    public required bool IsPrivate { get; init; }

    public int Likes { get; init; }

    public int Reposts { get; init; }

    /// <summary>Answers by those who are not private, which everybody may count.</summary>
    public int Replies { get; init; }

    /// <inheritdoc cref="Replies"/>
    public int Quotes { get; init; }

    public static NotFoundException NotFound(string? field = null) => new("twitter.tweet-not-found", "There is no such tweet, or you may not see it.", field);
}
