using SystemDesign.Contracts.Notifications;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>A topic, and where somebody wants to hear of it.</summary>
/// <param name="Topic" example="messages">Its name.</param>
/// <param name="Description" example="Messages to you or a group of yours">For people.</param>
/// <param name="Importance"><c>urgent</c> topics come in quiet hours too.</param>
/// <param name="AlwaysInApp">Whether it cannot be kept out of the inbox.</param>
/// <param name="Chosen">Whether these are the user's own choices; else they are the topic's defaults.</param>
/// <param name="Channels">Where.</param>
internal sealed record TopicChoices(string Topic, string Description, NotificationImportance Importance, bool AlwaysInApp, bool Chosen, ChannelChoices Channels)
{
    public static TopicChoices Of(NotificationTopic topic, ChannelChoices? chosen) =>
        new(topic.Name, topic.Description, topic.Importance, topic.AlwaysInApp, chosen is not null, chosen ?? ChannelChoices.DefaultOf(topic));
}
