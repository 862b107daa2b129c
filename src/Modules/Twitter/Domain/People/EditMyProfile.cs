using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Twitter.Domain.People;

/// <summary>What is to change about me: a JSON merge patch. My names are those of my account, and change there.</summary>
/// <param name="Bio" example="Analyst and metaphysician.">What I say of myself, at most 160 characters; null: nothing.</param>
/// <param name="IsPrivate" example="true">
/// Whether only who follows me sees what I write, what I wrote before included. To open up lets all in who had asked to follow me.
/// </param>
internal sealed record EditMyProfile(Optional<string?> Bio, Optional<bool> IsPrivate) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<EditMyProfile>
    {
        public Validator() => this.RuleForGiven(
            request => request.Bio,
            bio => bio
                .MaximumLength(Person.MaximumBioLength)
                .Must(text => text?.Any(char.IsControl) is not true).WithMessage("A bio is one line, without control characters."));
    }

    internal sealed class Handler(IPeople people, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<EditMyProfile, Unit>
    {
        public async Task<Unit> Handle(EditMyProfile request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            people.Change(
                me,
                request.Bio.IsGiven ? request.Bio.Or(null) ?? string.Empty : null,
                request.IsPrivate.IsGiven ? request.IsPrivate.Or(false) : null,
                clock.Now());
            return Unit.Value;
        }
    }
}
