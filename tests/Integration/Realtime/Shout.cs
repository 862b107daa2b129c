using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>A request that clients send over the WebSocket.</summary>
internal sealed record Shout(string Text) : IRequest<Shout.Echo>
{
    internal sealed record Echo(string Text, Guid UserId);

    internal sealed class Validator : AbstractValidator<Shout>
    {
        public Validator() => RuleFor(shout => shout.Text).MaximumLength(20);
    }

    internal sealed class Handler(ICurrentUser user) : IRequestHandler<Shout, Echo>
    {
        public Task<Echo> Handle(Shout request, CancellationToken cancellationToken) => request.Text == "fail"
            ? throw new InvalidOperationException("It fails, as asked.")
            : Task.FromResult(new Echo(request.Text.ToUpperInvariant(), user.Id));
    }
}
