using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>The code that was sent to an address of mine. One that is wrong is saved too, since it counts: so it is answered, not thrown.</summary>
/// <param name="Code" example="042137">6 digits.</param>
internal sealed record ConfirmMyContact(string Code) : ICommand<ContactConfirmation>
{
    /// <summary>From the path.</summary>
    internal Channel Channel { get; init; }

    internal sealed class Validator : AbstractValidator<ConfirmMyContact>
    {
        public Validator() => RuleFor(request => request.Code).Code();
    }

    internal sealed class Handler(IContacts contacts, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<ConfirmMyContact, ContactConfirmation>
    {
        public async Task<ContactConfirmation> Handle(ConfirmMyContact request, CancellationToken cancellationToken)
        {
            var contact = await contacts.FindForChangeAsync(currentUser.Id, request.Channel, Contact.OnlySlot, cancellationToken);
            return new(contact?.Confirm(request.Code, clock.Now()) is true ? MyContact.Of(contact) : null);
        }
    }
}
