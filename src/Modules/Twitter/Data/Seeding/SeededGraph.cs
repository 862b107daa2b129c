using SystemDesign.Kernel.Seeding;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data.Seeding;

/// <summary>
/// Who follows whom in a seed. How many somebody follows is of a power law. Of them, each famous one is theirs with a chance of two thirds over the famous one's
/// rank: so two thirds of all follow the first, a third the second, and one in 150 the hundredth. The others are drawn by another
/// power law, of which everybody has a few, and the famous a few more: of 100,000 people with 2,000,000 follows, 76,000 follow the first.
/// </summary>
internal sealed class SeededGraph
{
    private const int Famous = 100;

    /// <summary>In a million, of the first.</summary>
    private const int FameOfFirst = 666_667;

    private static readonly long Seconds = (long)(SeededPeriod.End - SeededPeriod.Start).TotalSeconds;

    private readonly long seed;
    private readonly SeededPeople people;
    private readonly int[] quotas;

    /// <param name="seed">Which graph.</param>
    /// <param name="people">Between whom.</param>
    /// <param name="follows">How many edges there are at most: fewer if there are not as many pairs, or people are missing.</param>
    public SeededGraph(long seed, SeededPeople people, long follows)
    {
        (this.seed, this.people) = (seed, people);
        quotas = QuotasOf(seed, people.Count, follows);
    }

    /// <returns>Whom somebody follows, in the order in which the edges lie.</returns>
    public IReadOnlyList<Follow> FollowsOf(int rank)
    {
        var draws = Draws.For("twitter.follows", seed, rank);
        return
        [
            .. DrawFollowees(draws, rank).Where(people.Has)
                .Select(followee => new Follow
                {
                    Follower = people.NumberOf(rank),
                    Followee = people.NumberOf(followee),
                    FollowedAt = SeededPeriod.Start.AddSeconds(draws.Below(Seconds)),
                    PushedSince = EntryIds.Last,
                })
                .OrderBy(follow => follow.Followee),
        ];
    }

    /// <summary>As parts of the whole, rounded so that they add up to it.</summary>
    private static int[] QuotasOf(long seed, int count, long follows)
    {
        var sums = new long[count + 1];
        for (var rank = 1; rank <= count; rank++)
        {
            sums[rank] = sums[rank - 1] + Draws.For("twitter.following", seed, rank).HeavyFrom(10, 1_000);
        }

        var quotas = new int[count + 1];
        for (var rank = 1; rank <= count; rank++)
        {
            var share = (Int128)follows * sums[rank] / sums[count] - (Int128)follows * sums[rank - 1] / sums[count];
            quotas[rank] = (int)Int128.Min(share, count - 1);
        }

        return quotas;
    }

    private SortedSet<int> DrawFollowees(Draws draws, int rank)
    {
        var found = new SortedSet<int>();
        for (var famous = 1; famous <= int.Min(Famous, people.Count) && found.Count < quotas[rank]; famous++)
        {
            if (famous != rank && draws.Below(1_000_000) < FameOfFirst / famous)
            {
                found.Add(famous);
            }
        }

        for (var tries = 20 * quotas[rank]; found.Count < quotas[rank] && tries > 0; tries--)
        {
            if (1 + (int)draws.LowBelow(people.Count) is var drawn && drawn != rank)
            {
                found.Add(drawn);
            }
        }

        return found;
    }
}
