using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.Media;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What tweets have beside their rows, kept while nobody who could change it does anything (TW-13).</summary>
[Trait("Mission", "A3")]
public sealed class TweetCacheTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task TW_13_Who_reads_a_tweet_that_was_read_lately_asks_for_its_row_alone()
    {
        var (author, named, reader) = await PeopleAsync();
        var tweet = await author.PostedAsync($"To @{named.Name}");

        var first = await StatementsAsync(reader, tweet.Id);
        var second = await StatementsAsync(named, tweet.Id);

        Assert.Equal((1, 1), (first.Count(statement => IsOf(statement, "attachments")), first.Count(statement => IsOf(statement, "mentions"))));
        Assert.DoesNotContain(second, statement => IsOf(statement, "attachments") || IsOf(statement, "mentions"));
    }

    [Fact]
    public async Task TW_13_A_file_that_is_no_more_is_shown_no_longer()
    {
        var (author, _, reader) = await PeopleAsync();
        var tweet = await author.PostedAsync("With a picture");
        var file = Guid.CreateVersion7();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
            db.Attachments.Add(new() { TweetId = tweet.Id, Place = 0, FileId = file, ObjectName = "picture.jpg", ContentType = "image/jpeg", Bytes = 1 });
            await scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>().SaveAsync(db, CancellationToken.None);
        }

        Assert.Equal([file], (await reader.TweetAsync(tweet.Id)).Media.Select(shown => shown.FileId));

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
            await ActivatorUtilities.CreateInstance<ForgetFile>(scope.ServiceProvider).Handle(new MediaDeleted(file, app.Clock.Now()), CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>().SaveAsync(db, CancellationToken.None);
        }

        Assert.Empty((await reader.TweetAsync(tweet.Id)).Media);
    }

    [Fact]
    public async Task TW_13_Who_has_left_is_named_no_longer()
    {
        var author = await app.PersonAsync();
        var (leaver, password) = await app.AccountAsync();
        var tweet = await author.PostedAsync($"To @{leaver.Name}");
        Assert.Equal([leaver.Name], (await author.TweetAsync(tweet.Id)).Mentions);

        await app.LeaveAsync(leaver, password);

        Assert.Empty((await author.TweetAsync(tweet.Id)).Mentions);
    }

    private static bool IsOf(string statement, string table) =>
        statement.Contains($"FROM \"{table}\"", StringComparison.Ordinal) || statement.Contains($"FROM twitter.{table}", StringComparison.Ordinal);

    private async Task<IReadOnlyCollection<string>> StatementsAsync(TwitterPerson reader, Guid id)
    {
        var counted = $"{Guid.CreateVersion7()}";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{TwitterSteps.Api}/tweet/{id}");
        request.Headers.Add(Queries.Header, counted);
        using var response = await reader.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return app.Queries.For(counted);
    }

    private async Task<(TwitterPerson Author, TwitterPerson Named, TwitterPerson Reader)> PeopleAsync() => await app.PeopleAsync(3) is [var author, var named, var reader]
        ? (author, named, reader)
        : throw new InvalidOperationException("There are three.");
}
