using MediatR;
using SystemDesign.GraphQL.Loading;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>What the fields of a page ask for together. Each is one request, whatever the length of the page; of first pages, one for each length that is asked for.</summary>
internal static class Batches
{
    public static Batch<string, Profile> Profiles { get; } =
        new((names, services, cancellationToken) => services.SendAsync(new ReadProfiles(names), cancellationToken));

    public static Batch<Guid, ShownTweet> Tweets { get; } =
        new((ids, services, cancellationToken) => services.SendAsync(new ReadTweets(ids), cancellationToken));

    public static Batch<(Guid Of, int Limit), Page<ShownTweet>> Replies { get; } = FirstPages((IReadOnlyList<Guid> ids, int limit) => new ListFirstReplies(ids, limit));

    public static Batch<(string Of, int Limit), Page<TimelineItem>> TweetsOfPeople { get; } =
        FirstPages((IReadOnlyList<string> names, int limit) => new ListFirstTweetsOfPeople(names, limit));

    public static Batch<(string Of, int Limit), Page<Author>> Followers { get; } = FirstPages((IReadOnlyList<string> names, int limit) => new ListFirstFollowers(names, limit));

    public static Batch<(string Of, int Limit), Page<Author>> Following { get; } = FirstPages((IReadOnlyList<string> names, int limit) => new ListFirstFollowing(names, limit));

    private static Batch<(TKey Of, int Limit), Page<T>> FirstPages<TKey, T>(Func<IReadOnlyList<TKey>, int, IRequest<IReadOnlyDictionary<TKey, Page<T>>>> request)
        where TKey : notnull => new(async (keys, services, cancellationToken) =>
        {
            Dictionary<(TKey, int), Page<T>> found = [];
            foreach (var length in keys.GroupBy(key => key.Limit, key => key.Of))
            {
                foreach (var (of, page) in await services.SendAsync(request([.. length], length.Key), cancellationToken))
                {
                    found.Add((of, length.Key), page);
                }
            }

            return found;
        });
}
