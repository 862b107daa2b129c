using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Notifications;

/// <summary>
/// A module wants a user to be told something. They find it in their inbox in the app, once, and hear of it on the channels
/// that they chose for its topic.
/// </summary>
/// <param name="UserId">UUIDv7; the key.</param>
/// <param name="Topic">The name of one of <see cref="NotificationTopics"/>; one that this build does not know is ordinary.</param>
/// <param name="Title">Plain text in one line; what is longer than 200 characters is cut.</param>
/// <param name="Body">Plain text; what is longer than 2,000 characters is cut.</param>
/// <param name="Link">Where it leads: a path of this application, such as <c>/s/launch</c>, or an http or https address; nothing: nowhere.</param>
/// <param name="DedupKey">What the notification is about, in the words of who asks for it, such as <c>booking-confirmed:0193...</c>: of
/// all that are asked for with the same key, a user gets one. 1 to 200 characters.</param>
/// <param name="RequestedAt">UTC.</param>
[EventName("notifications.notification-requested.v1")]
public sealed record NotificationRequested(
    Guid UserId, string Topic, string Title, string Body, string? Link, string DedupKey, DateTimeOffset RequestedAt) : IEvent
{
    string IEvent.Key => UserId.ToString();
}
