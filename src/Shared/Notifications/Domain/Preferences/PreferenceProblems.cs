using SystemDesign.Contracts.Notifications;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Notifications.Domain.Preferences;

internal static class PreferenceProblems
{
    /// <exception cref="NotFoundException">There is none of this name.</exception>
    public static NotificationTopic RequireTopic(string name) =>
        NotificationTopics.Find(name) ?? throw new NotFoundException("notifications.topic-not-found", "There is no such topic.");
}
