namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>Where somebody is reached.</summary>
/// <param name="Email">Null: nowhere.</param>
/// <param name="Phone">Null: nowhere.</param>
/// <param name="Devices">The last registered first.</param>
internal sealed record MyContacts(MyContact? Email, MyContact? Phone, IReadOnlyList<MyContact> Devices);
