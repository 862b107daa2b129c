namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>A notification, as its user sees it in the app.</summary>
/// <param name="Id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">UUIDv7.</param>
/// <param name="Position" example="42">1, 2, 3 ... for each user: the later, the higher.</param>
/// <param name="Topic" example="messages">What it is about; <c>GET /api/notifications/preferences</c> lists the topics.</param>
/// <param name="Title" example="Ada wrote to you">Plain text, one line.</param>
/// <param name="Body" example="See you at eight?">Plain text.</param>
/// <param name="Link" example="/s/launch">A path of this application, or an http or https address; null: it leads nowhere.</param>
/// <param name="RequestedAt">UTC; when it happened.</param>
/// <param name="ReadAt">UTC; null: not yet.</param>
internal sealed record InboxNotification(
    Guid Id, long Position, string Topic, string Title, string Body, string? Link, DateTimeOffset RequestedAt, DateTimeOffset? ReadAt)
{
    public static InboxNotification Of(InboxItem item) =>
        new(item.Id, item.Position!.Value, item.Topic, item.Title, item.Body, item.Link, item.RequestedAt, item.ReadAt);
}
