using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>Where I am reached.</summary>
internal sealed record ListMyContacts : IQuery<MyContacts>
{
    internal sealed class Handler(IContacts contacts, ICurrentUser currentUser) : IRequestHandler<ListMyContacts, MyContacts>
    {
        public async Task<MyContacts> Handle(ListMyContacts request, CancellationToken cancellationToken)
        {
            var mine = (await contacts.ListAsync(currentUser.Id, cancellationToken)).Select(MyContact.Of).ToLookup(contact => contact.Channel);
            return new(mine[Channel.Email].FirstOrDefault(), mine[Channel.Sms].FirstOrDefault(), [.. mine[Channel.Push].OrderByDescending(device => device.Id)]);
        }
    }
}
