using SystemDesign.Contracts.Notifications;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>Where somebody wants to hear of a topic.</summary>
/// <param name="InApp" example="true">In the inbox, and live.</param>
/// <param name="Email" example="true">At the confirmed address.</param>
/// <param name="Sms" example="false">At the confirmed phone.</param>
/// <param name="Push" example="true">On every registered device.</param>
internal sealed record ChannelChoices(bool InApp, bool Email, bool Sms, bool Push)
{
    /// <summary>
    /// Everything is in the app, and on devices, whose registration says that it is wanted there. E-mail is for what matters also to who does not
    /// open the app; an SMS costs money and wakes people, so it is for what is urgent.
    /// </summary>
    public static ChannelChoices DefaultOf(NotificationTopic topic) => new(
        InApp: true,
        Email: topic.Importance is not NotificationImportance.Ordinary,
        Sms: topic.Importance is NotificationImportance.Urgent,
        Push: true);

    public bool Has(Channel channel) => channel switch
    {
        Channel.Email => Email,
        Channel.Sms => Sms,
        _ => Push,
    };
}
