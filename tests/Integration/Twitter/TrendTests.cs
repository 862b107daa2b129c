using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class TrendTests
{
    [Fact]
    public async Task Tags_rank_by_how_many_people_wrote_with_them_and_not_by_how_often()
    {
        await using var app = new App();
        var people = await Explorer.JoinAsync(app, 3);
        for (var number = 0; number < 5; number++)
        {
            await people[0].PostAsync($"{number} #alone");
        }

        await people[0].PostAsync("#Both #all");
        await people[1].PostAsync("#both #ALL");
        await people[2].PostAsync("#all #all");

        var trends = await TrendsAsync(people[0]);
        var first = await people[0].PageAsync<TrendBody>("trends?limit=1");

        Assert.Equal([new("all", 3, 3), new("both", 2, 2), new("alone", 1, 5)], trends);
        Assert.Equal("all", Assert.Single(first.Items).Tag);
    }

    [Fact]
    public async Task Who_is_private_counts_for_none_and_who_goes_private_is_out_at_once()
    {
        await using var app = new App();
        var people = await Explorer.JoinAsync(app, 3);
        await people[0].GoPrivateAsync();
        await people[0].PostAsync("#secret");
        await people[1].PostAsync("#mine");
        await people[2].PostAsync("#open");
        Assert.Equal(["mine", "open"], (await TrendsAsync(people[2])).Select(trend => trend.Tag));

        await people[1].GoPrivateAsync();

        Assert.Equal(["open"], (await TrendsAsync(people[2])).Select(trend => trend.Tag));
    }

    /// <summary>Redis has a clock of its own.</summary>
    [EmbeddedFact]
    public async Task They_are_of_the_last_24_hours_and_half_a_minute_old_at_most()
    {
        await using var app = new App();
        using var me = await Explorer.JoinAsync(app);
        await PostAsync(app, me, "yesterday", app.Clock.GetUtcNow().AddHours(-24).AddSeconds(-1));
        await PostAsync(app, me, "today", app.Clock.GetUtcNow().AddHours(-24).AddMinutes(1));
        Assert.Equal(["today"], (await TrendsAsync(me)).Select(trend => trend.Tag));

        await me.PostAsync("#now");
        var kept = await TrendsAsync(me);
        app.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(["today"], kept.Select(trend => trend.Tag));
        Assert.Equal(["now", "today"], (await TrendsAsync(me)).Select(trend => trend.Tag));
    }

    private static async Task<TrendBody[]> TrendsAsync(Explorer explorer) => (await explorer.PageAsync<TrendBody>("trends")).Items;

    private static async Task PostAsync(App app, Explorer author, string tag, DateTimeOffset instant)
    {
        await author.PostAsync("so that the author is known");
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var number = db.People.Single(person => person.UserName == author.UserName).Number;
        var id = Guid.CreateVersion7(instant);
        db.AddMany([new Tweet { Id = id, Author = number, Text = $"#{tag}", CreatedAt = instant, Thread = id, IsPrivate = false }]);
        db.AddMany([new SystemDesign.Twitter.Data.Rows.TagUse { TweetId = id, Tag = tag }]);
        await scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>().SaveAsync(db, CancellationToken.None);
    }

    private sealed record TrendBody(string Tag, int Authors, int Tweets);
}
