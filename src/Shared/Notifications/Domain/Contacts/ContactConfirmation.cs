namespace SystemDesign.Notifications.Domain.Contacts;

/// <param name="Contact">As it is now; nothing: the code was not right.</param>
internal sealed record ContactConfirmation(MyContact? Contact);
