using System.ComponentModel.DataAnnotations;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Tests.Unit.Platform.RateLimiting;

public sealed class RateLimitOptionsTests
{
    private readonly RateLimitOptions options = new();

    [Fact]
    public void Everything_is_limited_unless_the_configuration_says_otherwise()
    {
        Assert.True(options.Enabled);
        Assert.Equal("\"flood\";q=6000;w=60", options.FloodLimit().Policy);
        Assert.Equal("\"one.create\";q=60;w=60", options.Limit("one.create", 60, CountedBy.User).Policy);
    }

    [Fact]
    public void The_configuration_goes_before_the_code_whatever_its_case()
    {
        options.Flood.PerMinute = 7;
        options.Groups["One.Create"] = new() { PerMinute = 5 };
        options.Groups["one.empty"] = new();

        Assert.Equal("\"flood\";q=7;w=60", options.FloodLimit().Policy);
        Assert.Equal("\"one.create\";q=5;w=60", options.Limit("one.create", 60, CountedBy.User).Policy);
        Assert.Equal("\"one.empty\";q=60;w=60", options.Limit("one.empty", 60, CountedBy.User).Policy);
        Assert.Empty(options.Validate(new ValidationContext(options)));
    }

    [Fact]
    public void Each_limit_that_would_let_nobody_in_is_named()
    {
        options.Flood.PerMinute = 0;
        options.Groups["one.create"] = new() { PerMinute = -1 };
        options.Groups["one.read"] = new() { PerMinute = 1 };

        var failures = options.Validate(new ValidationContext(options)).Select(failure => failure.ErrorMessage!.Split(' ')[1]);

        Assert.Equal(["RateLimiting:Groups:one.create:PerMinute", "RateLimiting:Flood:PerMinute"], failures);
    }
}
