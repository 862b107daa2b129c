using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Notifications.Domain.Recipients;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>When and where I want to hear of what.</summary>
internal sealed record ReadMyPreferences : IQuery<MyPreferences>
{
    internal sealed class Handler(IRecipients recipients, IPreferences preferences, ICurrentUser currentUser) : IRequestHandler<ReadMyPreferences, MyPreferences>
    {
        public async Task<MyPreferences> Handle(ReadMyPreferences request, CancellationToken cancellationToken) => MyPreferences.Of(
            await recipients.FindAsync(currentUser.Id, cancellationToken), await preferences.ListAsync(currentUser.Id, cancellationToken));
    }
}
