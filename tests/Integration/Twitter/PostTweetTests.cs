using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.Uploads;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class PostTweetTests(App app) : IClassFixture<App>
{
    private const string Family = "👨‍👩‍👧‍👦";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TW_5_Answers_with_the_tweet_as_it_can_be_read_from_then_on(bool isPrivate)
    {
        using var author = await app.PersonAsync(isPrivate);
        using var other = await app.PersonAsync();
        var earlier = await other.PostedAsync("The one that is quoted");

        using var posted = await author.PostAsync(new { text = $"  Hello @{other.Name} and @nobody_at_all! #first\r\n", inReplyTo = earlier.Id, quoteOf = earlier.Id });
        var tweet = await posted.ReadAsync<TweetBody>();
        using var read = await author.Client.GetAsync(posted.Headers.Location);

        Assert.Equal((HttpStatusCode.Created, $"{TwitterSteps.Api}/tweet/{tweet.Id}"), (posted.StatusCode, posted.Headers.Location!.OriginalString));
        Assert.Equal(await posted.Content.ReadAsStringAsync(), await read.Content.ReadAsStringAsync());
        Assert.NotNull(posted.Headers.ETag);
        Assert.Equal(posted.Headers.ETag, read.Headers.ETag);
        Assert.Equal(($"Hello @{other.Name} and @nobody_at_all! #first", author.Name, isPrivate), (tweet.Text, tweet.Author.UserName, tweet.Author.IsPrivate));
        Assert.Equal([other.Name], tweet.Mentions);
        Assert.Equal((earlier.Id, earlier.Id, earlier.Id, 1, 1), (tweet.InReplyTo, tweet.Thread, tweet.Quote!.Id, tweet.Quote.Replies, tweet.Quote.Quotes));
        using var unchanged = await author.Client.GetAsync(posted.Headers.Location.OriginalString, "If-None-Match", posted.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Takes_280_characters_as_readers_count_them_and_keeps_each()
    {
        using var author = await app.PersonAsync();
        var text = string.Concat(Enumerable.Repeat(Family, 280));

        var tweet = await author.PostedAsync(text);
        using var longer = await author.PostAsync(new { text = text + Family });

        Assert.Equal(text, (await author.TweetAsync(tweet.Id)).Text);
        Assert.Equal(280, StringInfo.ParseCombiningCharacters(tweet.Text).Length);
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
        Assert.Equal(["text"], (await longer.ProblemAsync()).Errors!.Keys);
    }

    [Theory]
    [InlineData("""{}""", "text")]
    [InlineData("""{"text":null}""", "text")]
    [InlineData("""{"text":" \n "}""", "text")]
    [InlineData("""{"text":"\u200b"}""", "text")]
    [InlineData("""{"text":"a\u0000b"}""", "text")]
    [InlineData("""{"text":"a\ufffeb"}""", "text")]
    [InlineData("""{"text":"half \ud83d"}""", "text")]
    [InlineData("""{"text":"a","inReplyTo":"0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11"}""", "inReplyTo")]
    [InlineData("""{"text":"a","quoteOf":"0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11"}""", "quoteOf")]
    [InlineData("""{"text":"a","quoteOf":"00000000-0000-0000-0000-000000000000"}""", "quoteOf")]
    [InlineData("""{"text":"a","media":["x","y","z","u","v"]}""", "media")]
    [InlineData("""{"text":"a","media":["nonsense"]}""", "media")]
    [InlineData("""{"text":"a","media":[""]}""", "media")]
    [InlineData("""{"text":"a","media":[null]}""", "media")]
    public async Task Refuses_what_it_cannot_take_and_names_it(string tweet, string field)
    {
        using var author = await app.PersonAsync();
        using var body = new StringContent(tweet, Encoding.UTF8, "application/json");

        using var response = await author.Client.PostAsync($"{TwitterSteps.Api}/tweet", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.ProblemAsync()).Errors!.Keys, key => key.StartsWith(field, StringComparison.Ordinal));
        Assert.Empty(await author.LinesAsync(author));
    }

    [Fact]
    public async Task Accents_that_would_not_fit_once_they_are_composed_are_refused()
    {
        using var author = await app.PersonAsync();

        using var response = await author.PostAsync(new { text = "a" + new string('\u0344', 3_998) });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["text"], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Fact]
    public async Task The_same_key_twice_is_one_tweet_and_another_text_under_it_is_refused()
    {
        using var author = await app.PersonAsync();

        using var first = await author.PostUnderAsync("\"one\"", new { text = "Once" });
        using var second = await author.PostUnderAsync("\"one\"", new { text = "Once" });
        using var other = await author.PostUnderAsync("\"one\"", new { text = "Twice" });

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (second.StatusCode, other.StatusCode));
        Assert.Single(await author.LinesAsync(author));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Of_50_at_once_under_one_key_there_is_one_tweet()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var answered = await other.PostedAsync("Well?");

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => author.PostUnderAsync("\"raced\"", new { text = "Once", inReplyTo = answered.Id })));
        var ids = await Task.WhenAll(responses.Select(async response => (await response.ReadAsync<TweetBody>()).Id));

        Assert.Single(ids.Distinct());
        Assert.Single(await author.LinesAsync(author));
        Assert.Equal(1, (await other.TweetAsync(answered.Id)).Replies);
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Of_50_that_one_posts_at_once_all_are_there_and_counted()
    {
        using var author = await app.PersonAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => author.PostedAsync($"Number {number}")));

        Assert.Equal((50, 50), ((await author.LinesAsync(author)).Length, (await author.ProfileAsync(author)).Tweets));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Shows_files_of_its_author_in_their_order_and_Media_keeps_them_for_it()
    {
        using var author = await app.PersonAsync();
        var files = new[] { await author.Client.HasPutAsync(UploadSteps.SomeBytes(10), "?visibility=public"), await author.Client.HasPutAsync(UploadSteps.SomeBytes(20), "?visibility=public") };

        var tweet = await author.PostedAsync(new { text = "Look", media = files.Select(file => file.Reference) });
        await app.DrainAsync();

        Assert.Equal(files.Select(file => (file.Id, file.Type, file.Bytes, new Uri(file.Url).AbsolutePath)), tweet.Media.Select(file => (file.FileId, file.ContentType, file.Bytes, file.Url)));
        Assert.Equal(tweet.Media, (await author.TweetAsync(tweet.Id)).Media);
        Assert.All(await Task.WhenAll(files.Select(file => author.Client.FileAsync(file.Id))), file => Assert.Null(file.DeletedAfter));
    }

    [Fact]
    public async Task Shows_no_file_of_others_and_none_twice()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var (mine, theirs) = (await author.Client.HasPutAsync(UploadSteps.SomeBytes(10)), await other.Client.HasPutAsync(UploadSteps.SomeBytes(10)));
        var again = (await author.Client.FileAsync(mine.Id)).Reference;

        using var foreign = await author.PostAsync(new { text = "Look", media = new[] { mine.Reference, theirs.Reference } });
        using var twice = await author.PostAsync(new { text = "Look", media = new[] { mine.Reference, again } });

        var (refused, repeated) = (await foreign.ProblemAsync(), await twice.ProblemAsync());
        Assert.Equal(((400, "media.reference-refused"), (400, "twitter.file-twice")), ((refused.Status, refused.Code), (repeated.Status, repeated.Code)));
        Assert.Equal(["media"], refused.Errors!.Keys.Union(repeated.Errors!.Keys));
    }

    [Fact]
    public async Task Answers_and_quotes_nothing_that_is_deleted_or_hidden()
    {
        using var author = await app.PersonAsync();
        using var hidden = await app.PersonAsync(isPrivate: true);
        using var blocking = await app.PersonAsync();
        var (deleted, unseen, blocked) = (await author.PostedAsync("Gone"), await hidden.PostedAsync("Hidden"), await blocking.PostedAsync("Not for you"));
        await author.DeleteTweetAsync(deleted.Id);
        await blocking.BlockAsync(author);

        foreach (var id in new[] { deleted.Id, unseen.Id, blocked.Id })
        {
            using var reply = await author.PostAsync(new { text = "What?", inReplyTo = id });
            using var quote = await author.PostAsync(new { text = "What?", quoteOf = id });
            var (replied, quoted) = (await reply.ProblemAsync(), await quote.ProblemAsync());
            Assert.Equal((400, "twitter.tweet-not-found"), (replied.Status, replied.Code));
            Assert.Equal((400, "twitter.tweet-not-found"), (quoted.Status, quoted.Code));
            Assert.Equal(["inReplyTo", "quoteOf"], replied.Errors!.Keys.Concat(quoted.Errors!.Keys));
        }
    }

    [Fact]
    public async Task Whom_it_names_is_found_whatever_the_case_and_nobody_twice()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();

        var tweet = await author.PostedAsync($"@{other.Name.ToUpperInvariant()} @{other.Name} @{author.Name} @nobody_of_this_name");

        Assert.Equal([author.Name, other.Name], tweet.Mentions);
        Assert.Equal(2, await app.AskTwitterAsync(db => db.Mentions.CountAsync(mention => mention.TweetId == tweet.Id)));
    }
}
