namespace SystemDesign.Contracts.Notifications;

/// <summary>All topics. A module adds those that it tells of here, where users' preferences find them.</summary>
public static class NotificationTopics
{
    /// <summary>Kept in the inbox whatever its user prefers: whoever takes over an account must not be able to hide it.</summary>
    public static NotificationTopic Security { get; } = new("security", "What happened to your account", NotificationImportance.Urgent, AlwaysInApp: true);

    public static NotificationTopic Messages { get; } = new("messages", "Messages to you or a group of yours", NotificationImportance.Ordinary);

    public static NotificationTopic Mentions { get; } = new("mentions", "Tweets that name you, and answers to yours", NotificationImportance.Ordinary);

    public static NotificationTopic Reactions { get; } = new("reactions", "Who likes and reposts your tweets, and who follows you", NotificationImportance.Ordinary);

    public static NotificationTopic Files { get; } = new("files", "Files that others changed or shared with you", NotificationImportance.Ordinary);

    public static NotificationTopic Matches { get; } = new("matches", "Somebody you like likes you too", NotificationImportance.Ordinary);

    public static NotificationTopic Orders { get; } = new("orders", "Your orders, payments and bookings", NotificationImportance.Important);

    public static NotificationTopic Hotels { get; } = new("hotels", "Hotels that you look after", NotificationImportance.Important);

    public static NotificationTopic Test { get; } = new("test", "What you send to yourself to see how it arrives", NotificationImportance.Important);

    public static IReadOnlyList<NotificationTopic> All { get; } = [Security, Messages, Mentions, Reactions, Files, Matches, Orders, Hotels, Test];

    /// <returns>One that this build does not know is ordinary.</returns>
    public static NotificationTopic Of(string name) => Find(name) ?? new(name, name, NotificationImportance.Ordinary);

    public static NotificationTopic? Find(string name) => All.FirstOrDefault(topic => topic.Name == name);
}
