using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Recommendations;

/// <summary>Whom I may want to follow: friends of friends; for who has none, those whom most follow.</summary>
internal sealed record RecommendPeople(int Limit) : IQuery<Page<Recommendation>>
{
    public const int DefaultLimit = 10;

    public const int MaximumLimit = 50;

    internal sealed class Validator : AbstractValidator<RecommendPeople>
    {
        public Validator() => RuleFor(request => request.Limit).InclusiveBetween(1, MaximumLimit);
    }

    internal sealed class Handler(IRecommendations recommendations, IPeople people, ICurrentUser currentUser) : IRequestHandler<RecommendPeople, Page<Recommendation>>
    {
        public async Task<Page<Recommendation>> Handle(RecommendPeople request, CancellationToken cancellationToken)
        {
            var me = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            var found = await recommendations.FriendsOfFriendsAsync(me, request.Limit, cancellationToken);
            return new(found.Count > 0 ? found : await recommendations.MostFollowedAsync(me, request.Limit, cancellationToken), Next: null);
        }
    }
}
