using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Time;
using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>Asks whoever has an address whether it is this user's, by a code that is sent there.</summary>
internal sealed class NewAddress(IContacts contacts, ICodeSeals seals, ICurrentUser currentUser, TimeProvider clock)
{
    public async Task<MyContact> AskAsync(Channel channel, string address, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        if (await contacts.FindForChangeAsync(currentUser.Id, channel, Contact.OnlySlot, cancellationToken) is not { } contact)
        {
            contact = new() { Id = Guid.CreateVersion7(now), UserId = currentUser.Id, Channel = channel, Slot = Contact.OnlySlot };
            contacts.Add(contact);
        }

        if (contact.Address == address)
        {
            contact.GiveUpChange();
            return MyContact.Of(contact);
        }

        var code = ConfirmationCode.Draw();
        var delivery = Delivery.OfCode(contact, seals.Seal(code), now);
        contact.AskFor(address, delivery.Id, code, now);
        contacts.Send(delivery);
        return MyContact.Of(contact);
    }
}
