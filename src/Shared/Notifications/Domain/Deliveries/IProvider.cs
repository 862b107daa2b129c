namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>Somebody who brings messages of a channel to their addresses.</summary>
internal interface IProvider
{
    Channel Channel { get; }

    /// <summary>What operators read, such as <c>smtp:mail.example.org:587</c>; unique.</summary>
    string Name { get; }

    /// <summary>Hands a message over. What it throws says that nobody knows whether the message was taken.</summary>
    Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
