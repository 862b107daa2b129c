using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>A device of mine that is to show notifications. Registered again, it is the same one.</summary>
/// <param name="Token" example="fMEP0vKk2Cw:APA91bHun4MxP5egoKMwt2KZFBaFUH">What its push service knows it by; 16 to 4,096 characters, ASCII.</param>
/// <param name="Name" example="Ada's phone">What to show for it; at most 50 characters.</param>
internal sealed record AddMyDevice(string Token, string? Name) : ICommand<MyContact>
{
    internal sealed class Validator : AbstractValidator<AddMyDevice>
    {
        public Validator()
        {
            RuleFor(request => request.Token).DeviceToken();
            RuleFor(request => request.Name).DeviceName();
        }
    }

    internal sealed class Handler(IContacts contacts, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<AddMyDevice, MyContact>
    {
        public async Task<MyContact> Handle(AddMyDevice request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var slot = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(request.Token)));
            if (await contacts.FindForChangeAsync(currentUser.Id, Channel.Push, slot, cancellationToken) is { } known)
            {
                known.Name = request.Name;
                return MyContact.Of(known);
            }

            var device = new Contact
            {
                Id = Guid.CreateVersion7(now),
                UserId = currentUser.Id,
                Channel = Channel.Push,
                Slot = slot,
                Name = request.Name,
                Address = request.Token,
                ConfirmedAt = now,
            };
            contacts.AddDevice(device);
            return MyContact.Of(device);
        }
    }
}
