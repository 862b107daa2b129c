using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class ProfileTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Whoever_has_an_account_is_found_whatever_the_case_of_their_name()
    {
        using var me = await app.PersonAsync();
        var somebody = await me.Client.RegisteredAsync();
        await app.DrainAsync();

        var profile = await me.ReadAsync<ProfileBody>($"users/{somebody.UserName.ToUpperInvariant()}");

        Assert.Equal((somebody.UserName, somebody.DisplayName, string.Empty, false), (profile.UserName, profile.DisplayName, profile.Bio, profile.IsPrivate));
        Assert.Equal((0, 0, 0), (profile.Tweets, profile.Followers, profile.Following));
        Assert.Equal((404, "twitter.person-not-found"), await me.DoAsync("GET", "users/nobody_of_this_name"));
    }

    [Fact]
    [Trait("Notes", "TW-11")]
    public async Task TW_11_Which_number_somebody_has_in_the_graph_is_asked_once()
    {
        using var me = await app.PersonAsync();
        await me.ProfileAsync(me);
        me.Client.DefaultRequestHeaders.Add(Queries.Header, nameof(TW_11_Which_number_somebody_has_in_the_graph_is_asked_once));

        for (var time = 0; time < 3; time++)
        {
            await me.ReadAsync<PageBody<LineBody>>("feed?limit=1");
        }

        var asked = app.Queries.For(nameof(TW_11_Which_number_somebody_has_in_the_graph_is_asked_once));
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, command => command.Contains("user_id", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Notes", "TW-11")]
    public async Task Whoever_does_50_things_at_once_before_anybody_told_of_them_is_one_person()
    {
        for (var round = 0; round < 4; round++)
        {
            using var me = app.Unknown();

            var posts = Enumerable.Range(0, 50).Select(number => me.PostedAsync($"Number {number}")).ToList();
            await TellAsync(people => people.Remember(me.Id, me.Name, $"Called {me.Name}", app.Clock.GetUtcNow()));
            await Task.WhenAll(posts);

            Assert.Equal(50, (await me.ProfileAsync(me)).Tweets);
            Assert.Equal(1, await app.AskTwitterAsync(db => db.People.CountAsync(person => person.UserId == me.Id)));
        }
    }

    [Fact]
    public async Task A_bio_is_set_kept_and_cleared()
    {
        using var me = await app.PersonAsync();
        var bio = string.Concat(Enumerable.Repeat("é", 160));

        await EditedAsync(me, $$"""{"bio":"{{bio}}"}""");
        await EditedAsync(me, """{"isPrivate":true}""");
        Assert.Equal((bio, true), await BioAsync(me));

        await EditedAsync(me, """{"bio":null}""");
        Assert.Equal((string.Empty, true), await BioAsync(me));
    }

    [Theory]
    [InlineData("""{"bio":"two\nlines"}""", "bio")]
    [InlineData("""{"bio":"a\u0000b"}""", "bio")]
    [InlineData("""{"bio":"half \ud83d"}""", "bio")]
    [InlineData("""{"bio":1}""", "bio")]
    [InlineData("""{"isPrivate":null}""", "isPrivate")]
    [InlineData("""{"isPrivate":"yes"}""", "isPrivate")]
    [InlineData("""{"tweets":1}""", "tweets")]
    public async Task Refuses_what_it_cannot_take_and_names_it(string patch, string field)
    {
        using var me = await app.PersonAsync();

        using var response = await me.EditProfileAsync(patch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(field, (await response.ProblemAsync()).Errors!.Keys);
        Assert.Equal((string.Empty, false), await BioAsync(me));
    }

    [Fact]
    public async Task A_profile_that_was_read_is_not_sent_again_until_anything_in_it_changes()
    {
        using var me = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var path = $"{TwitterSteps.Api}/users/{me.Name}";
        using var first = await other.Client.GetAsync(path);
        var tag = first.Headers.ETag!.ToString();

        using var unchanged = await other.Client.GetAsync(path, "If-None-Match", tag);
        await other.FollowAsync(me);
        using var changed = await other.Client.GetAsync(path, "If-None-Match", tag);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged.StatusCode, changed.StatusCode));
    }

    [Fact]
    public async Task A_bio_of_more_than_160_characters_is_refused()
    {
        using var me = await app.PersonAsync();

        using var response = await me.EditProfileAsync($$"""{"bio":"{{new string('x', 161)}}"}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["bio"], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Fact]
    public async Task Who_goes_private_is_counted_by_followers_alone_and_who_opens_up_by_everybody_again()
    {
        using var author = await app.PersonAsync();
        using var follower = await app.PersonAsync();
        using var stranger = await app.PersonAsync();
        await follower.FollowAsync(author);
        var tweet = await stranger.PostedAsync("Well?");
        var reply = await author.PostedAsync(new { text = "This", inReplyTo = tweet.Id, quoteOf = tweet.Id });

        foreach (var isPrivate in new[] { true, true, false, true, false, false })
        {
            await author.GoPrivateAsync(isPrivate);
            var seen = isPrivate ? 0 : 1;
            Assert.Equal((seen, seen), await CountsAsync(stranger, tweet.Id));
            Assert.Equal((1, 1), await CountsAsync(follower, tweet.Id));
            Assert.Equal((1, 1), await CountsAsync(author, tweet.Id));
            Assert.Equal((seen, 1), ((await stranger.ProfileAsync(author)).Tweets, (await follower.ProfileAsync(author)).Tweets));
            Assert.Equal(isPrivate ? 404 : 200, (await stranger.DoAsync("GET", $"tweet/{reply.Id}")).Status);
            await app.AssertBalancedAsync();
        }

        await author.GoPrivateAsync();
        await author.DeleteTweetAsync(reply.Id);
        Assert.Equal((0, 0), await CountsAsync(follower, tweet.Id));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Who_switches_while_they_reply_is_counted_as_they_are_in_the_end()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var tweet = await other.PostedAsync("Well?");
        for (var round = 0; round < 4; round++)
        {
            var isPrivate = round % 2 == 0;
            var posts = Enumerable.Range(0, 20).Select(number => author.PostedAsync(new { text = $"{round}: {number}", inReplyTo = tweet.Id, quoteOf = tweet.Id })).ToList();
            await author.GoPrivateAsync(isPrivate);
            await Task.WhenAll(posts);

            Assert.Equal(isPrivate ? (0, 0) : (20 * (round + 1), 20 * (round + 1)), await CountsAsync(other, tweet.Id));
            await app.AssertBalancedAsync();
        }
    }

    [Fact]
    public async Task Switching_50_times_at_once_ends_one_way_or_the_other()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var tweet = await other.PostedAsync("Well?");
        await author.RepliedAsync(tweet.Id);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => author.GoPrivateAsync(number % 2 == 0)));

        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task A_new_display_name_is_shown_with_what_was_written_before()
    {
        var (author, _) = await app.AccountAsync();
        using var other = await app.PersonAsync();
        var tweet = await author.PostedAsync("Mine");

        using var renamed = await author.Client.EditAsync("/api/users/me", """{"displayName":"Another"}""");
        renamed.EnsureSuccessStatusCode();
        await app.DrainAsync();

        Assert.Equal(("Another", "Another"), ((await other.ProfileAsync(author)).DisplayName, (await other.TweetAsync(tweet.Id)).Author.DisplayName));
    }

    [Fact]
    [Trait("Notes", "TW-11")]
    public async Task The_newest_name_stands_in_whatever_order_they_are_told()
    {
        using var me = await app.PersonAsync();
        var (id, name, joined) = (Guid.CreateVersion7(), $"late_{Guid.CreateVersion7():N}"[..30], app.Clock.GetUtcNow() - TimeSpan.FromDays(7));

        await TellAsync(people => people.Rename(id, name, "New", app.Clock.GetUtcNow()));
        await TellAsync(people => people.Remember(id, name, "Old", joined));
        await TellAsync(people => people.Remember(id, name, "Old", joined));

        var profile = await me.ReadAsync<ProfileBody>($"users/{name}");
        Assert.Equal("New", profile.DisplayName);
        Assert.Equal(joined.ToUnixTimeMilliseconds(), profile.JoinedAt.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Who_has_left_takes_no_name_from_who_has_it_now()
    {
        using var me = await app.PersonAsync();
        var (left, now, name) = (Guid.CreateVersion7(), Guid.CreateVersion7(), $"again_{Guid.CreateVersion7():N}"[..30]);
        await TellAsync(people => people.Remember(left, name, "First", app.Clock.GetUtcNow()));
        await TellAsync(people => people.Leave(left, app.Clock.GetUtcNow()));
        await TellAsync(people => people.Remember(now, name, "Second", app.Clock.GetUtcNow()));

        await TellAsync(people => people.Remember(left, name, "First", app.Clock.GetUtcNow()));
        await TellAsync(people => people.Rename(left, name, "First", app.Clock.GetUtcNow()));

        Assert.Equal("Second", (await me.ReadAsync<ProfileBody>($"users/{name}")).DisplayName);
        Assert.Equal(1, await app.AskTwitterAsync(db => db.People.CountAsync(person => person.NameKey == name)));
    }

    private static async Task EditedAsync(TwitterPerson me, string patch)
    {
        using var response = await me.EditProfileAsync(patch);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private static async Task<(string Bio, bool IsPrivate)> BioAsync(TwitterPerson me)
    {
        var profile = await me.ProfileAsync(me);
        return (profile.Bio, profile.IsPrivate);
    }

    private static async Task<(int Replies, int Quotes)> CountsAsync(TwitterPerson viewer, Guid id)
    {
        var tweet = await viewer.TweetAsync(id);
        return (tweet.Replies, tweet.Quotes);
    }

    /// <summary>As a handler of an event does.</summary>
    private async Task TellAsync(Action<IPeople> tell)
    {
        await using var scope = app.Services.CreateAsyncScope();
        tell(scope.ServiceProvider.GetRequiredService<IPeople>());
        await scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>().SaveAsync(scope.ServiceProvider.GetRequiredService<TwitterDb>(), CancellationToken.None);
    }
}
