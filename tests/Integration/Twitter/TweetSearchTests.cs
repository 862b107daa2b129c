using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class TweetSearchTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("zebra")]
    [InlineData("ZÉBRA")]
    [InlineData("striped zebra")]
    [InlineData("zebra striped")]
    [InlineData("\"striped zebra\"")]
    [InlineData("\"striped zebra")]
    [InlineData("stri")]
    [InlineData("zebra stri")]
    [InlineData("#savannah")]
    [InlineData("#Savannah zebra")]
    [InlineData("dont")]
    [InlineData("don’t")]
    [InlineData("東京")]
    [InlineData("京都")]
    [InlineData("snake_case")]
    [InlineData("half-way")]
    [InlineData("ｚｅｂｒａ")]
    public async Task Finds(string query)
    {
        using var me = await Explorer.JoinAsync(app);
        await me.PostAsync("Nothing of that kind");
        await me.PostAsync("A Striped Zébra, don't you think? 東京都 snake_case half-way #Savannah");
        await app.DrainAsync();

        Assert.Equal(["A Striped Zébra, don't you think? 東京都 snake_case half-way #Savannah"], await me.SearchAsync($"from:{me.UserName} {query}"));
    }

    [Theory]
    [InlineData("giraffe")]
    [InlineData("\"zebra striped\"")]
    [InlineData("stri ")]
    [InlineData("\"stri\"")]
    [InlineData("stri zebra")]
    [InlineData("z")]
    [InlineData("#zebra")]
    [InlineData("#savann")]
    [InlineData("from:nobody_of_this_name zebra")]
    [InlineData("zebra giraffe")]
    [InlineData("都京")]
    public async Task Does_not_find(string query)
    {
        using var me = await Explorer.JoinAsync(app);
        await me.PostAsync("A striped zebra 東京都 #Savannah");
        await app.DrainAsync();

        Assert.Empty(await me.SearchAsync($"from:{me.UserName} {query}"));
    }

    [Fact]
    public async Task Whoever_wrote_it_is_found_by_their_name_in_any_case_and_only_they()
    {
        var people = await Explorer.JoinAsync(app, 2);
        await people[0].PostAsync("okapi one");
        await people[1].PostAsync("okapi two");
        await app.DrainAsync();

        Assert.Equal(["okapi two", "okapi one"], await people[0].SearchAsync("okapi"));
        Assert.Equal(["okapi one"], await people[1].SearchAsync($"FROM:@{people[0].UserName.ToUpperInvariant()}"));
        Assert.Empty(await people[1].SearchAsync($"okapi from:{people[0].UserName} from:{people[1].UserName}"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("\"\" \"\"\"")]
    [InlineData("'")]
    [InlineData("' OR 1=1 --")]
    [InlineData("*")]
    [InlineData("ab*")]
    [InlineData("AND")]
    [InlineData("OR OR NOT")]
    [InlineData("NEAR(a b, 2)")]
    [InlineData("words:zebra")]
    [InlineData("a & b | !c <-> d:*")]
    [InlineData("(((")]
    [InlineData("^start - + ~ \\ {x} [y]")]
    [InlineData("\0")]
    [InlineData("a\0b")]
    [InlineData(":")]
    [InlineData("from:")]
    [InlineData("from:@")]
    [InlineData("from:\0")]
    [InlineData("#")]
    [InlineData("##")]
    [InlineData("#1")]
    [InlineData("@")]
    [InlineData("👩‍🚀")]
    [InlineData("\u0301\u0301")]
    [InlineData("\u202e\ufeff")]
    [InlineData("{0} {1}")]
    public async Task Whatever_is_looked_for_is_no_error(string query)
    {
        using var me = await Explorer.JoinAsync(app);

        using var response = await me.Client.GetAsync($"/api/twitter/search?q={Uri.EscapeDataString(query)}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20%20")]
    [InlineData("?q=1000")]
    public async Task Refuses_nothing_and_too_much_and_names_the_field(string query)
    {
        using var me = await Explorer.JoinAsync(app);

        using var response = await me.Client.GetAsync($"/api/twitter/search{query.Replace("1000", new string('"', 1000), StringComparison.Ordinal)}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("q", (await response.ProblemAsync()).Errors!.Keys);
    }

    [Fact]
    public async Task Two_hundred_signs_that_are_words_are_searched_for()
    {
        using var me = await Explorer.JoinAsync(app);
        await me.PostAsync(new string('京', 280));
        await me.PostAsync(new string('w', 280));
        await app.DrainAsync();

        Assert.Equal([new string('京', 280)], await me.SearchAsync(new string('京', 200)));
        Assert.Equal([new string('w', 280)], await me.SearchAsync(new string('w', 200)));
    }

    [Fact]
    public async Task Shows_only_what_one_may_see_though_the_index_knows_more()
    {
        var people = await Explorer.JoinAsync(app, 5);
        var (me, hidden, blocked, blocking, open) = (people[0], people[1], people[2], people[3], people[4]);
        foreach (var person in people)
        {
            await person.PostAsync($"quagga of {person.UserName} #quaggas");
        }

        var deleted = await open.PostAsync("quagga that is deleted #quaggas");
        await app.DrainAsync();
        Assert.Equal(6, (await me.SearchAsync("quagga")).Length);

        await hidden.GoPrivateAsync();
        await me.BlockAsync(blocked);
        await blocking.BlockAsync(me);
        await open.DeleteAsync(deleted);

        string[] expected = [$"quagga of {open.UserName} #quaggas", $"quagga of {me.UserName} #quaggas"];
        Assert.Equal(expected, await me.SearchAsync("quagga"));
        Assert.Equal(expected, await me.SearchAsync("#quaggas"));
        Assert.Equal(expected, (await me.PageAsync<Explorer.PostedTweet>("tags/Quaggas")).Items.Select(tweet => tweet.Text));
        Assert.Empty(await me.SearchAsync($"from:{hidden.UserName}"));
        Assert.Equal([$"quagga of {hidden.UserName} #quaggas"], await hidden.SearchAsync($"from:{hidden.UserName}"));
    }

    [Fact]
    public async Task Pages_show_each_once_while_others_write()
    {
        var people = await Explorer.JoinAsync(app, 2);
        var expected = new List<Guid>();
        for (var number = 0; number < 20; number++)
        {
            expected.Insert(0, await people[0].PostAsync($"ibex {number} #ibexes"));
        }

        await app.DrainAsync();
        foreach (var path in new[] { "search?q=ibex&limit=6", "tags/ibexes?limit=6" })
        {
            var seen = new List<Guid>();
            for (var page = await people[1].PageAsync<Explorer.PostedTweet>(path); ;)
            {
                seen.AddRange(page.Items.Select(tweet => tweet.Id));
                if (page.Next is null)
                {
                    break;
                }

                await people[1].PostAsync("ibex meanwhile #ibexes");
                await app.DrainAsync();
                page = await people[1].PageAsync<Explorer.PostedTweet>($"{path}&cursor={page.Next}");
            }

            Assert.Equal(expected, seen.TakeLast(20));
            Assert.Equal(seen.Count, seen.Distinct().Count());
            using var refused = await people[1].Client.GetAsync("/api/twitter/search?q=other&cursor=abc");
            Assert.Equal("invalid-cursor", (await refused.ProblemAsync()).Code);
        }
    }

    [Theory]
    [InlineData("12")]
    [InlineData("two%20words")]
    [InlineData("%23sign")]
    [InlineData("-")]
    public async Task Refuses_what_is_no_tag(string tag)
    {
        using var me = await Explorer.JoinAsync(app);

        using var response = await me.Client.GetAsync($"/api/twitter/tags/{tag}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("tag", (await response.ProblemAsync()).Errors!.Keys);
    }
}
