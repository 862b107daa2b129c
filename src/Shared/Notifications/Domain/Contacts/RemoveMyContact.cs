using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>I do not want to be reached on a channel any more.</summary>
internal sealed record RemoveMyContact(Channel Channel) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<RemoveMyContact>
    {
        public Validator() => RuleFor(request => request.Channel).IsInEnum();
    }

    internal sealed class Handler(IContacts contacts, ICurrentUser currentUser) : IRequestHandler<RemoveMyContact, Unit>
    {
        public async Task<Unit> Handle(RemoveMyContact request, CancellationToken cancellationToken)
        {
            (await contacts.FindForChangeAsync(currentUser.Id, request.Channel, Contact.OnlySlot, cancellationToken))?.Clear();
            return Unit.Value;
        }
    }
}
