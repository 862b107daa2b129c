namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>Where its user is reached on a channel.</summary>
/// <param name="Id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">UUIDv7.</param>
/// <param name="Channel" example="email"><c>email</c>, <c>sms</c> or <c>push</c>.</param>
/// <param name="Address" example="ada@example.org">In use; null: none is confirmed. Of a device, the end of its token.</param>
/// <param name="Name" example="Ada's phone">What a device calls itself.</param>
/// <param name="Pending" example="ada@example.com">Will be in use when its code is typed in.</param>
/// <param name="CodeExpiresAt">UTC; of the pending address.</param>
internal sealed record MyContact(Guid Id, Channel Channel, string? Address, string? Name, string? Pending, DateTimeOffset? CodeExpiresAt)
{
    private const int ShownOfToken = 6;

    /// <summary>Whoever has a device's token may send to it, so it is not given out again.</summary>
    public static MyContact Of(Contact contact) => new(
        contact.Id,
        contact.Channel,
        contact is { Channel: Channel.Push, Address: { } token } ? $"…{token[^ShownOfToken..]}" : contact.Address,
        contact.Name,
        contact.PendingAddress,
        contact.CodeExpiresAt);
}
