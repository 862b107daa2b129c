using SystemDesign.Kernel.Seeding;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Tests.Unit.Users;

public sealed class SeededAccountsTests
{
    [Fact]
    public void No_seeded_name_looks_like_another() =>
        Assert.Equal(100_000, Enumerable.Range(1, 100_000).Select(number => LookAlikes.SkeletonOf(SeededUsers.UserNameOf(number))).Distinct().Count());

    [Fact]
    public void The_longest_name_is_a_user_name() =>
        Assert.Matches("^[A-Za-z0-9_]{3,30}$", SeededUsers.UserNameOf(SeededUsers.Maximum));
}
