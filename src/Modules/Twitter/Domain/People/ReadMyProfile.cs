using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Twitter.Domain.People;

/// <summary>Me, as others see me; by the account, since a token may carry a name that was changed since.</summary>
internal sealed record ReadMyProfile : IQuery<Profile>
{
    internal sealed class Handler(IPeople people, ICurrentUser currentUser) : IRequestHandler<ReadMyProfile, Profile>
    {
        public async Task<Profile> Handle(ReadMyProfile request, CancellationToken cancellationToken)
        {
            var me = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            return await people.ShowAsync(me, me, cancellationToken);
        }
    }
}
