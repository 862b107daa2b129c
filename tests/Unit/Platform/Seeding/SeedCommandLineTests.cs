using SystemDesign.Platform.Seeding;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Tests.Unit.Platform.Seeding;

public sealed class SeedCommandLineTests
{
    [Fact]
    public void Tells_options_from_settings()
    {
        var line = SeedCommandLine.Parse(
            ["twitter", "--users", "100", "--Data:Path", "/srv/data", "--tweets=5", "--urls", "http://127.0.0.1:1", "--Persistence:Provider=Postgres", "--OTEL_SERVICE_NAME=x"]);

        Assert.Equal("twitter", line.Module);
        Assert.Equal([new("users", "100"), new("tweets", "5")], line.Options);
        Assert.Equal(["--Data:Path", "/srv/data", "--urls", "http://127.0.0.1:1", "--Persistence:Provider=Postgres", "--OTEL_SERVICE_NAME=x"], line.Settings);
    }

    [Fact]
    public void An_option_may_lack_its_value_and_keeps_no_other_from_theirs() =>
        Assert.Equal([new("users", ""), new("tweets", "5")], SeedCommandLine.Parse(["twitter", "--users", "--tweets", "5"]).Options);

    [Fact]
    public void A_value_may_contain_what_parts_names_from_values() =>
        Assert.Equal(["--Persistence:ConnectionString=Host=here;Port=1"], SeedCommandLine.Parse(["twitter", "--Persistence:ConnectionString=Host=here;Port=1"]).Settings);

    [Fact]
    public void Names_no_module_where_none_is_named() => Assert.Null(SeedCommandLine.Parse(["--Data:Path=/srv/data"]).Module);

    [Fact]
    public void Refuses_what_is_neither() =>
        Assert.Contains("'more'", Assert.Throws<StartRefusedException>(() => SeedCommandLine.Parse(["twitter", "--users", "5", "more"])).Message, StringComparison.Ordinal);
}
