using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>Where users are reached. Changes add to the unit of work, which fails if the user left.</summary>
internal interface IContacts
{
    /// <summary>All of a user's, less those that were cleared.</summary>
    Task<IReadOnlyList<Contact>> ListAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>For change: of two that change the same contact at once, one is told to look again.</summary>
    Task<Contact?> FindForChangeAsync(Guid userId, Channel channel, string slot, CancellationToken cancellationToken);

    void Add(Contact contact);

    /// <summary>
    /// A device is one user's: whoever registers it takes it from who had it before. With more than <see cref="Contact.MaximumDevices"/>, the
    /// unit of work fails.
    /// </summary>
    void AddDevice(Contact device);

    Task<bool> RemoveDeviceAsync(Guid userId, Guid id, CancellationToken cancellationToken);

    /// <summary>Sends a code to the pending address of a contact.</summary>
    void Send(Delivery code);
}
