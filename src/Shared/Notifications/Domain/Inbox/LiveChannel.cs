namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>What devices that are connected hear, by the names that clients know.</summary>
internal static class LiveChannel
{
    public const string Name = "notifications";

    /// <summary>A notification: an <see cref="InboxNotification"/>, at its position.</summary>
    public const string Notification = "notification";

    /// <summary>Another device has read or removed some, or there is a new one: <see cref="UnreadNotifications"/>.</summary>
    public const string Unread = "unread";
}
