using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Tests.Unit.Users;

public sealed class LookAlikesTests
{
    [Theory]
    [InlineData("paypal", "PAYPAL")]
    [InlineData("paypal", "paypa1")]
    [InlineData("paypal", "paypaI")]
    [InlineData("google", "g00gle")]
    [InlineData("modern", "rnodern")]
    [InlineData("modern", "r_nodern")]
    [InlineData("twitter", "tvvitter")]
    [InlineData("vvv", "wv")]
    [InlineData("vvv", "vw")]
    [InlineData("ada_lovelace", "adalovelace")]
    [InlineData("ada", "_ada_")]
    public void These_look_alike(string one, string other) => Assert.Equal(LookAlikes.SkeletonOf(one), LookAlikes.SkeletonOf(other));

    [Theory]
    [InlineData("users", "user5")]
    [InlineData("teamz", "team2")]
    [InlineData("bobb", "bob8")]
    [InlineData("ann", "anna")]
    [InlineData("nr", "rn")]
    [InlineData("user_1", "user_2")]
    [InlineData("user_1", "user_11")]
    public void These_do_not(string one, string other) => Assert.NotEqual(LookAlikes.SkeletonOf(one), LookAlikes.SkeletonOf(other));

    [Fact]
    public void The_longest_name_has_a_skeleton_that_can_be_kept() =>
        Assert.True(LookAlikes.SkeletonOf(new string('m', AccountRules.MaximumUserNameLength)).Length + 37 <= LookAlikes.MaximumSkeletonLength);
}
