using SystemDesign.Platform.Seeding;
using SystemDesign.Platform.Startup;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Data.Seeding;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.Users;

namespace SystemDesign.Tests.Integration.Seeding;

public sealed class SeedCommandTests
{
    [Fact]
    public async Task Ends_with_what_was_made_and_how_to_see_it()
    {
        await using var data = new HostData();
        await using var host = HostProcess.Start(["seed", "users", "--users", "3", .. data.Arguments]);

        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Contains("3 accounts\nSeeded users: 3 rows in ", output, StringComparison.Ordinal);
        Assert.Contains("Log in as seed_user_1 to seed_user_3 with the password 'seeded to be tried out'.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Timestamp\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain(data.Files(), file => file.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Alone_it_says_what_can_be_seeded_and_makes_nothing()
    {
        await using var data = new HostData();
        await using var host = HostProcess.Start(["seed", .. data.Arguments]);

        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Contains("seed users\n", output, StringComparison.Ordinal);
        Assert.Contains("  --links    how many links; 1 to 10,000,000, by default 10,000\n", output, StringComparison.Ordinal);
        Assert.Empty(data.Files());
    }

    [Fact]
    public async Task A_refusal_is_one_sentence_and_exit_code_1()
    {
        await using var data = new HostData();
        await using var host = HostProcess.Start(["seed", "url-shortener", "--linsk", "5", .. data.Arguments]);

        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((1, string.Empty), (exitCode, output));
        Assert.Equal(
            "seed url-shortener has no option --linsk: it takes --links, --owners, --seed, and settings such as --Data:Path=/srv/data.",
            errors.TrimEnd());
        Assert.Empty(data.Files());
    }

    [Theory]
    [InlineData("Say first what to seed: seed users or seed url-shortener.", "--links", "5")]
    [InlineData("There is nothing to seed by the name of 'links': use seed users or seed url-shortener.", "links")]
    [InlineData("Set --links to a whole number from 1 to 10,000,000, not 'many'.", "url-shortener", "--links", "many")]
    [InlineData("Set --links to a whole number from 1 to 10,000,000, not ''.", "url-shortener", "--links")]
    [InlineData("Set --links to a whole number from 1 to 10,000,000, not '0'.", "url-shortener", "--links", "0")]
    [InlineData("Set --links to a whole number from 1 to 10,000,000, not '-5'.", "url-shortener", "--links=-5")]
    [InlineData("Set --links to a whole number from 1 to 10,000,000, not '10000001'.", "url-shortener", "--links", "10000001")]
    [InlineData("Set --users to a whole number from 1 to 1,000,000, not '99999999999999999999'.", "users", "--users", "99999999999999999999")]
    [InlineData("seed users has no option --links: it takes --users, and settings such as --Data:Path=/srv/data.", "users", "--links", "5")]
    [InlineData("seed users has no option --migrate: it takes --users, and settings such as --Data:Path=/srv/data.", "users", "--migrate")]
    [InlineData("'5' is no option: options are written as in --links 1000, and settings as in --Data:Path=/srv/data.", "users", "5")]
    [InlineData("Set Persistence:Provider to Sqlite or Postgres, not 'Oracle'.", "users", "--Persistence:Provider=Oracle")]
    public async Task Refuses_what_cannot_be_and_says_what_can(string sentence, params string[] arguments)
    {
        await using var data = new HostData();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => SeedCommand.RunAsync(
            [.. arguments, $"--Data:Path={data.Settings["Data:Path"]}"], [new UsersModule(), new UrlShortenerModule()]));

        Assert.Equal(sentence, refused.Message);
        Assert.Empty(data.Files());
    }

    [EmbeddedFact]
    public async Task Refuses_while_an_instance_has_the_folder()
    {
        await using var data = new HostData();
        await using var app = data.Open();
        await using var host = HostProcess.Start(["seed", "url-shortener", "--links", "5", .. data.Arguments]);

        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("in use by another process", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, await app.CountAsync<UrlShortenerDb, Link>());
    }

    [UnixFact]
    public async Task Ctrl_C_stops_it_in_a_good_place()
    {
        await using var data = new HostData();
        await data.SeedAsync("url-shortener", "--links", "1");
        await using var host = HostProcess.Start(["seed", "url-shortener", "--links", "1000000", .. data.Arguments]);
        await data.WaitForLinksAsync(LinkSeeder.Portion);

        await host.InterruptAsync();
        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((130, string.Empty), (exitCode, errors));
        Assert.Contains("Stopped. What was made of url-shortener stays, and the same command goes on from there.", output, StringComparison.Ordinal);
        Assert.DoesNotContain(data.Files(), file => file.EndsWith("url_shortener.db-wal", StringComparison.Ordinal));
        await using var app = data.Open();
        Assert.Equal(0, await app.CountAsync<UrlShortenerDb, Link>() % LinkSeeder.Portion);
    }
}
