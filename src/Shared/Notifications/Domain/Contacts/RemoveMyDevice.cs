using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>A device of mine is to show nothing any more.</summary>
internal sealed record RemoveMyDevice(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<RemoveMyDevice>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IContacts contacts, ICurrentUser currentUser) : IRequestHandler<RemoveMyDevice, Unit>
    {
        public async Task<Unit> Handle(RemoveMyDevice request, CancellationToken cancellationToken) =>
            await contacts.RemoveDeviceAsync(currentUser.Id, request.Id, cancellationToken) ? Unit.Value : throw ContactProblems.DeviceNotFound();
    }
}
