namespace SystemDesign.Contracts.Notifications;

/// <summary>What notifications can be about, and what users choose channels for.</summary>
/// <param name="Name">Kebab case, at most 50 characters.</param>
/// <param name="Description">For people.</param>
/// <param name="Importance">Decides on which channels it goes unless the user chose.</param>
/// <param name="AlwaysInApp">Whether users cannot keep it out of their inbox.</param>
public sealed record NotificationTopic(string Name, string Description, NotificationImportance Importance, bool AlwaysInApp = false);
