using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>Several tweets at once; without those that there are not, or that I may not see.</summary>
internal sealed record ReadTweets(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ShownTweet>>
{
    internal sealed class Validator : AbstractValidator<ReadTweets>
    {
        public Validator() => RuleFor(request => request.Ids).NotNull();
    }

    internal sealed class Handler(ITweets tweets, IPeople people, ICurrentUser currentUser) : IRequestHandler<ReadTweets, IReadOnlyDictionary<Guid, ShownTweet>>
    {
        public async Task<IReadOnlyDictionary<Guid, ShownTweet>> Handle(ReadTweets request, CancellationToken cancellationToken) =>
            await tweets.ShowAsync(request.Ids, await people.NumberOfAsync(currentUser.Id, cancellationToken), cancellationToken);
    }
}
