using Microsoft.AspNetCore.Builder;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Tests.Unit.Platform.RateLimiting;

public sealed class RateLimitRoutesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Create")]
    [InlineData("one:create")]
    [InlineData("one.create.now")]
    [InlineData("one \"create\"")]
    [InlineData("ümlaut.create")]
    [InlineData("one.create\n")]
    public void A_name_that_cannot_stand_in_a_header_and_in_a_setting_is_a_defect(string name) =>
        Assert.Throws<ArgumentException>(() => new Routes().LimitPerUser(name, perMinute: 60));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_that_lets_nobody_in_is_a_defect(int perMinute) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Routes().LimitPerAddress("one.create", perMinute));

    private sealed class Routes : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention)
        {
        }
    }
}
