using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Twitter.Domain.People;

/// <summary>Somebody, as I see them.</summary>
internal sealed record ReadProfile(string UserName) : IQuery<Profile>
{
    internal sealed class Validator : AbstractValidator<ReadProfile>
    {
        public Validator() => RuleFor(request => request.UserName).NotEmpty();
    }

    internal sealed class Handler(IPeople people, ICurrentUser currentUser) : IRequestHandler<ReadProfile, Profile>
    {
        public async Task<Profile> Handle(ReadProfile request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            return await people.ShowAsync(await people.RequireAsync(request.UserName, viewer, cancellationToken), viewer, cancellationToken);
        }
    }
}
