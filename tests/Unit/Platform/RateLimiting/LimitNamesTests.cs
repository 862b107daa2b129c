using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Tests.Unit.Platform.RateLimiting;

public sealed class LimitNamesTests
{
    private readonly RateLimitOptions options = new();

    [Fact]
    public void Routes_share_a_limit_and_one_can_have_several_of_which_it_uses_the_last() => Assert.Equal(
        ["default", "one.create", "one.delete"],
        LimitNames.Of(Endpoints(["default", "one.create"], ["default", "one.create"], ["one.delete"]), options));

    [Fact]
    public void One_name_with_two_values_is_a_defect()
    {
        var endpoints = new DefaultEndpointDataSource(
            Endpoint(new RateLimit("one.create", 60, CountedBy.User, "x")), Endpoint(new RateLimit("one.create", 61, CountedBy.User, "x")));

        var defect = Assert.Throws<InvalidOperationException>(() => LimitNames.Of(endpoints, options));

        Assert.Contains("'one.create'", defect.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_for_a_limit_that_no_route_has_is_refused_with_those_that_there_are()
    {
        options.Groups["ONE.CREATE"] = new() { PerMinute = 5 };
        options.Groups["one.crate"] = new() { PerMinute = 5 };

        var refusal = Assert.Throws<StartRefusedException>(() => LimitNames.Of(Endpoints(["default", "one.create"]), options));

        Assert.Equal("Remove RateLimiting:Groups:one.crate, or name a limit that there is: default, one.create.", refusal.Message);
    }

    private DefaultEndpointDataSource Endpoints(params string[][] names) =>
        new(names.Select(limits => Endpoint([.. limits.Select(limit => options.Limit(limit, 60, CountedBy.User))])));

    private static Endpoint Endpoint(params object[] metadata) => new(null, new(metadata), null);
}
