using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Tests.Unit.Kernel;

public sealed class PreconditionTests
{
    private static readonly Current Now = new("2");

    [Fact]
    public void Nothing_required_always_holds() => Precondition.None.Require(Now);

    [Theory]
    [InlineData(true, "2")]
    [InlineData(true, "1", "2")]
    [InlineData(false, "1")]
    [InlineData(false)]
    public void The_current_version_must_be_among_those_to_match(bool holds, params string[] listed)
    {
        Assert.Equal(holds, new Precondition(new(listed), NoneMatch: null).HoldsFor(Now));
        Assert.Equal(!holds, new Precondition(Match: null, new(listed)).HoldsFor(Now));
    }

    [Fact]
    public void Any_matches_whatever_there_is()
    {
        Assert.True(new Precondition(VersionSet.Any, NoneMatch: null).HoldsFor(Now));
        Assert.False(new Precondition(Match: null, VersionSet.Any).HoldsFor(Now));
    }

    [Fact]
    public void Both_must_hold() => Assert.Throws<PreconditionFailedException>(() => new Precondition(new(["2"]), new(["2"])).Require(Now));

    private sealed record Current(string Version) : IVersioned;
}
