using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>The e-mail address at which I want to hear of things, when I have confirmed that it is mine.</summary>
/// <param name="Address" example="ada@example.org">In ASCII, at most 254 characters.</param>
internal sealed record SetMyEmail(string Address) : ICommand<MyContact>
{
    internal sealed class Validator : AbstractValidator<SetMyEmail>
    {
        public Validator() => RuleFor(request => request.Address).Email();
    }

    internal sealed class Handler(NewAddress newAddress) : IRequestHandler<SetMyEmail, MyContact>
    {
        public Task<MyContact> Handle(SetMyEmail request, CancellationToken cancellationToken) =>
            newAddress.AskAsync(Channel.Email, request.Address, cancellationToken);
    }
}
