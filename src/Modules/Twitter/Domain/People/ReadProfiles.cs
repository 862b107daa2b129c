using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Twitter.Domain.People;

/// <summary>Several people at once, as I see them, under the names that were asked for; without those whom there are not, or who block me.</summary>
internal sealed record ReadProfiles(IReadOnlyList<string> UserNames) : IQuery<IReadOnlyDictionary<string, Profile>>
{
    internal sealed class Validator : AbstractValidator<ReadProfiles>
    {
        public Validator() => RuleFor(request => request.UserNames).NotNull();
    }

    internal sealed class Handler(IPeople people, ICurrentUser currentUser) : IRequestHandler<ReadProfiles, IReadOnlyDictionary<string, Profile>>
    {
        public async Task<IReadOnlyDictionary<string, Profile>> Handle(ReadProfiles request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            var found = await people.ShowAsync(request.UserNames, viewer, cancellationToken);
            return Person.UnderNames(request.UserNames, found, profile => profile.UserName);
        }
    }
}
