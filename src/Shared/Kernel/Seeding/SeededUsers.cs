using System.Globalization;

namespace SystemDesign.Kernel.Seeding;

/// <summary>
/// The users of seeded data, by number from 1. Every seeder knows their ids by this rule, and asks nobody: whether they have
/// accounts to sign in with is for the seeder of users.
/// </summary>
public static class SeededUsers
{
    public const int Maximum = 1_000_000;

    /// <summary>A month before <see cref="SeededPeriod"/>, so that all of them were there when it began.</summary>
    private static readonly DateTimeOffset Before = SeededPeriod.Start.AddDays(-30);

    public static Guid IdOf(int number) => Draws.For("users", 0, number).Id(RegisteredAt(number));

    /// <summary>The number is the only part that varies, so that no two of them look alike.</summary>
    public static string UserNameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"seed_user_{number}");

    /// <summary>In the order of their numbers.</summary>
    public static DateTimeOffset RegisteredAt(int number) => Before.AddSeconds(2 * number);
}
