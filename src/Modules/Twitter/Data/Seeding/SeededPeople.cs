using System.Globalization;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data.Seeding;

/// <summary>The people of a seed by their rank, from 1: the lower it is, the more follow them, and the more they write. It is their number among all seeded users.</summary>
internal sealed class SeededPeople
{
    private readonly int[] numbers;

    /// <param name="count">How many.</param>
    /// <param name="known">Those that there are, by user: the numbers that the database gave them.</param>
    public SeededPeople(int count, IReadOnlyDictionary<Guid, int> known)
    {
        Count = count;
        numbers = new int[count + 1];
        for (var rank = 1; rank <= count; rank++)
        {
            numbers[rank] = known.GetValueOrDefault(SeededUsers.IdOf(rank));
        }
    }

    public int Count { get; }

    /// <summary>One person in 33, and nobody famous.</summary>
    public static bool IsPrivate(int rank) => rank > 100 && Draws.For("twitter.people", 0, rank).InHundred(3);

    public static Person Make(int rank) => new()
    {
        UserId = SeededUsers.IdOf(rank),
        UserName = SeededUsers.UserNameOf(rank),
        NameKey = Person.KeyOf(SeededUsers.UserNameOf(rank)),
        DisplayName = string.Create(CultureInfo.InvariantCulture, $"Seeded User {rank}"),
        IsPrivate = IsPrivate(rank),
        PushedSince = EntryIds.First,
        JoinedAt = SeededUsers.RegisteredAt(rank),
    };

    /// <returns>See <see cref="Person.Number"/>; 0 of one who is not here, or under another name.</returns>
    public int NumberOf(int rank) => numbers[rank];

    public bool Has(int rank) => numbers[rank] > 0;
}
