using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>The phone to which SMS are to go, when I have confirmed that it is mine.</summary>
/// <param name="Address" example="+4915112345678">E.164: a plus sign and 7 to 15 digits.</param>
internal sealed record SetMyPhone(string Address) : ICommand<MyContact>
{
    internal sealed class Validator : AbstractValidator<SetMyPhone>
    {
        public Validator() => RuleFor(request => request.Address).Phone();
    }

    internal sealed class Handler(NewAddress newAddress) : IRequestHandler<SetMyPhone, MyContact>
    {
        public Task<MyContact> Handle(SetMyPhone request, CancellationToken cancellationToken) =>
            newAddress.AskAsync(Channel.Sms, request.Address, cancellationToken);
    }
}
