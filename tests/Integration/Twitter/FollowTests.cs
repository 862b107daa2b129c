using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class FollowTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task TW_10_Twice_is_as_once_and_both_see_it_until_it_ends()
    {
        using var me = await app.PersonAsync();
        using var other = await app.PersonAsync();

        Assert.Equal(new FollowBody(true, false), await FollowedAsync(me, other));
        Assert.Equal(new FollowBody(true, false), await FollowedAsync(me, other));
        Assert.Equal((1, 0, true, false), Of(await me.ProfileAsync(other)));
        Assert.Equal((0, 1, false, true), Of(await other.ProfileAsync(me)));
        Assert.Equal([me.Name], await other.NamesAsync($"users/{other.Name}/followers"));
        Assert.Equal([other.Name], await other.NamesAsync($"users/{me.Name}/following"));

        await me.UnfollowAsync(other);
        await me.UnfollowAsync(other);
        Assert.Equal((0, 0, false, false), Of(await me.ProfileAsync(other)));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Whoever_comes_and_goes_50_at_once_counts_are_those_of_who_is_left()
    {
        var people = await app.PeopleAsync(5);
        var pairs = people.SelectMany(one => people.Where(other => other != one).Select(other => (one, other))).ToList();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number =>
        {
            var (one, other) = pairs[number * 7 % pairs.Count];
            return number % 3 == 2 ? one.UnfollowAsync(other) : one.FollowAsync(other);
        }));

        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Of_50_who_follow_somebody_at_once_all_do()
    {
        using var other = await app.PersonAsync();
        var people = await app.PeopleAsync(50);

        await Task.WhenAll(people.Select(person => person.FollowAsync(other)));

        Assert.Equal(50, (await other.ProfileAsync(other)).Followers);
        Assert.Equal(people.Select(person => person.Name).Order(), (await other.NamesAsync($"users/{other.Name}/followers")).Order());
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Who_follows_while_they_are_blocked_does_not_follow_afterwards()
    {
        using var me = await app.PersonAsync();
        for (var round = 0; round < 5; round++)
        {
            var others = await app.PeopleAsync(5);

            var answers = others.SelectMany(other => new[]
            {
                other.DoAsync("PUT", $"users/{me.Name}/follow"),
                me.DoAsync("PUT", $"users/{other.Name}/block"),
                me.DoAsync("PUT", $"users/{other.Name}/follow"),
            }).ToList();

            Assert.All(await Task.WhenAll(answers), answer => Assert.True(answer.Status is 200 or 204 or 404, $"{answer}"));
            foreach (var other in others)
            {
                Assert.False((await me.ProfileAsync(other)).Relation is { Following: true } or { FollowsMe: true });
            }
        }

        Assert.Equal((0, 0), ((await me.ProfileAsync(me)).Followers, (await me.ProfileAsync(me)).Following));
        await app.AssertBalancedAsync();
    }

    [Theory]
    [InlineData("follow")]
    [InlineData("block")]
    [InlineData("mute")]
    public async Task Nobody_does_so_to_themselves_or_to_who_is_not_there(string what)
    {
        using var me = await app.PersonAsync();

        Assert.Equal((400, "twitter.own-account"), await me.DoAsync("PUT", $"users/{me.Name.ToUpperInvariant()}/{what}"));
        Assert.Equal((404, "twitter.person-not-found"), await me.DoAsync("PUT", $"users/nobody_of_this_name/{what}"));
        Assert.Equal((404, "twitter.person-not-found"), await me.DoAsync("DELETE", $"users/nobody_of_this_name/{what}"));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Who_is_private_is_asked_and_lets_in_or_not()
    {
        using var other = await app.PersonAsync(isPrivate: true);
        using var accepted = await app.PersonAsync();
        using var declined = await app.PersonAsync();
        using var fickle = await app.PersonAsync();
        var tweet = await other.PostedAsync("Between us");

        foreach (var person in new[] { accepted, declined, fickle })
        {
            Assert.Equal(new FollowBody(false, true), await FollowedAsync(person, other));
            Assert.Equal(new FollowBody(false, true), await FollowedAsync(person, other));
            Assert.True((await person.ProfileAsync(other)).Relation is { Following: false, Requested: true });
        }

        Assert.Equal([accepted.Name, declined.Name, fickle.Name], await other.NamesAsync("follow-requests"));
        Assert.Equal((404, "twitter.tweet-not-found"), await accepted.DoAsync("GET", $"tweet/{tweet.Id}"));

        await other.AcceptAsync(accepted);
        await other.DoneAsync("DELETE", $"follow-requests/{declined.Name}");
        await fickle.UnfollowAsync(other);

        Assert.Equal((404, "twitter.request-not-found"), await other.DoAsync("PUT", $"follow-requests/{accepted.Name}"));
        Assert.Equal((404, "twitter.request-not-found"), await other.DoAsync("PUT", $"follow-requests/{fickle.Name}"));
        await other.DoneAsync("DELETE", $"follow-requests/{declined.Name}");
        Assert.Empty(await other.NamesAsync("follow-requests"));
        Assert.Equal([accepted.Name], await other.NamesAsync($"users/{other.Name}/followers"));
        Assert.Equal("Between us", (await accepted.TweetAsync(tweet.Id)).Text);
        Assert.Equal((404, "twitter.tweet-not-found"), await declined.DoAsync("GET", $"tweet/{tweet.Id}"));
        Assert.Equal(new FollowBody(true, false), await FollowedAsync(accepted, other));
        Assert.Equal(new FollowBody(false, true), await FollowedAsync(declined, other));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Of_50_who_accept_decline_and_take_back_at_once_one_was_first()
    {
        using var other = await app.PersonAsync(isPrivate: true);
        for (var round = 0; round < 3; round++)
        {
            using var person = await app.PersonAsync();
            await person.FollowAsync(other);

            var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => (number % 3) switch
            {
                0 => other.DoAsync("PUT", $"follow-requests/{person.Name}"),
                1 when round > 0 => other.DoAsync("DELETE", $"follow-requests/{person.Name}"),
                2 when round > 1 => person.DoAsync("DELETE", $"users/{other.Name}/follow"),
                _ => other.DoAsync("PUT", $"follow-requests/{person.Name}"),
            }));

            Assert.Contains(answers, answer => answer.Status is 204);
            Assert.All(answers, answer => Assert.True(answer.Status is 204 || answer == (404, "twitter.request-not-found"), $"{answer}"));
            Assert.Empty(await other.NamesAsync("follow-requests"));
            await app.AssertBalancedAsync();
        }
    }

    [Fact]
    public async Task Of_50_who_accept_one_at_once_one_does()
    {
        using var other = await app.PersonAsync(isPrivate: true);
        using var person = await app.PersonAsync();
        await person.FollowAsync(other);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => other.DoAsync("PUT", $"follow-requests/{person.Name}")));

        Assert.Single(answers, answer => answer.Status == 204);
        Assert.Equal(1, (await other.ProfileAsync(other)).Followers);
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Who_opens_up_lets_all_in_who_had_asked_and_who_asks_meanwhile()
    {
        using var other = await app.PersonAsync(isPrivate: true);
        var (before, meanwhile) = (await app.PeopleAsync(20), await app.PeopleAsync(20));
        await Task.WhenAll(before.Select(person => person.FollowAsync(other)));
        Assert.Equal(0, (await other.ProfileAsync(other)).Followers);

        await Task.WhenAll([.. meanwhile.Select(person => person.FollowAsync(other)), other.GoPrivateAsync(false)]);

        Assert.Equal(40, (await other.ProfileAsync(other)).Followers);
        Assert.Empty(await other.NamesAsync("follow-requests"));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Who_goes_private_keeps_who_follows_them()
    {
        using var me = await app.PersonAsync();
        using var other = await app.PersonAsync();
        await me.FollowAsync(other);

        await other.GoPrivateAsync();

        Assert.Equal(new FollowBody(true, false), await FollowedAsync(me, other));
        Assert.Empty(await other.NamesAsync("follow-requests"));
        Assert.Equal([me.Name], await me.NamesAsync($"users/{other.Name}/followers"));
    }

    private static async Task<FollowBody> FollowedAsync(TwitterPerson me, TwitterPerson other)
    {
        using var response = await me.Client.PutAsync($"{TwitterSteps.Api}/users/{other.Name}/follow", null);
        return await response.ReadAsync<FollowBody>();
    }

    private static (int Followers, int Following, bool IsFollowed, bool FollowsMe) Of(ProfileBody profile) =>
        (profile.Followers, profile.Following, profile.Relation.Following, profile.Relation.FollowsMe);
}
