using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Notifications.Domain.Recipients;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>What is to change about when I hear of anything: a JSON merge patch.</summary>
/// <param name="TimeZone" example="Europe/Berlin">IANA's name of where I am; null: UTC.</param>
/// <param name="QuietHours">In them e-mail, SMS and push wait until they end, less those about urgent topics; null: none. The inbox makes no noise and never waits.</param>
internal sealed record EditMyPreferences(Optional<string?> TimeZone, Optional<QuietTimes?> QuietHours) : ICommand<MyPreferences>
{
    /// <summary>From the headers.</summary>
    internal Precondition Precondition { get; init; } = Precondition.None;

    internal sealed class Validator : AbstractValidator<EditMyPreferences>
    {
        public Validator()
        {
            this.RuleForGiven(request => request.TimeZone, zone => zone
                .Must(name => name is null || TimeZones.Find(name) is not null).WithMessage("A time zone is a name such as Europe/Berlin (IANA)."));
            this.RuleForGiven(request => request.QuietHours, hours => hours
                .Must(times => times is null || (QuietTimes.IsTime(times.From) && QuietTimes.IsTime(times.Until) && times.From != times.Until))
                .WithMessage("Quiet hours are from and until, two times of the day such as 22:00 and 07:00 that differ."));
        }
    }

    internal sealed class Handler(IRecipients recipients, IPreferences preferences, ICurrentUser currentUser) : IRequestHandler<EditMyPreferences, MyPreferences>
    {
        public async Task<MyPreferences> Handle(EditMyPreferences request, CancellationToken cancellationToken)
        {
            var chosen = await preferences.ListAsync(currentUser.Id, cancellationToken);
            var recipient = await recipients.FindAsync(currentUser.Id, cancellationToken);
            request.Precondition.Require(MyPreferences.Of(recipient, chosen));

            var timeZone = request.TimeZone.Or(recipient.TimeZone);
            var quietHours = request.QuietHours.IsGiven ? request.QuietHours.Or(null)?.Read() : recipient.QuietHours;
            if (timeZone == recipient.TimeZone && quietHours == recipient.QuietHours)
            {
                return MyPreferences.Of(recipient, chosen);
            }

            return MyPreferences.Of(recipients.Change(recipient, timeZone, quietHours), chosen);
        }
    }
}
