using SystemDesign.Contracts.Notifications;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>A notification as its user keeps it.</summary>
internal sealed class InboxItem
{
    public const int MaximumTopicLength = 50;
    public const int MaximumTitleLength = 200;
    public const int MaximumBodyLength = 2_000;
    public const int MaximumLinkLength = 2_048;
    public const int MaximumDedupKeyLength = 200;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>
    /// 1, 2, 3 ... for each user, in the order of the commits: whoever has read up to one never finds another before it later. Nothing: its
    /// user does not want this topic in the app.
    /// </summary>
    public long? Position { get; init; }

    public required string Topic { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public string? Link { get; init; }

    public required string DedupKey { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Its text is gone; the row stays for its dedup key.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <exception cref="ArgumentException">It names no topic or no key: whoever asked for it is wrong, and an operator has to see it.</exception>
    public static InboxItem Of(NotificationRequested requested, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = requested.UserId,
        Topic = Name(requested.Topic, MaximumTopicLength),
        Title = PlainText.Cut(PlainText.OneLine(requested.Title), MaximumTitleLength),
        Body = PlainText.Cut(PlainText.Lines(requested.Body), MaximumBodyLength),
        Link = NotificationLink.Read(requested.Link),
        DedupKey = Name(requested.DedupKey, MaximumDedupKeyLength),
        RequestedAt = requested.RequestedAt,
        CreatedAt = now,
    };

    private static string Name(string name, int maximumLength) => name.Length > 0 && name.Length <= maximumLength && !name.Any(char.IsControl)
        ? name
        : throw new ArgumentException($"'{name}' is not 1 to {maximumLength} characters that show.", nameof(name));
}
