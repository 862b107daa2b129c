using System.Text.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>The notes' figures, and the exact ones.</summary>
[Trait("Mission", "A3")]
public sealed class NumberTests(App app) : IClassFixture<App>
{
    [Theory]
    [Trait("Notes", "TW-1")]
    [Trait("Notes", "TW-2")]
    [Trait("Notes", "TW-3")]
    [InlineData("", 100_000_000, 1_157.4)]
    [InlineData("?dailyUsers=86400&tweetsPerUser=1", 86_400, 1)]
    public async Task TW_3_Users_times_tweets_are_tweets_a_day_and_a_second(string query, decimal perDay, decimal perSecond)
    {
        var figures = await FiguresAsync($"tweets{query}");

        Assert.Equal((perDay, perSecond), (figures["tweetsPerDay"], Math.Round(figures["tweetsPerSecond"], 1)));
    }

    [Theory]
    [Trait("Notes", "TW-4")]
    [InlineData("", 10_000_000_000, 36_500_000_000_000)]
    [InlineData("?years=1&bytesPerTweet=1", 100_000_000, 36_500_000_000)]
    public async Task TW_4_Tweets_times_bytes_times_ten_years_are_36_and_a_half_terabytes(string query, decimal perDay, decimal bytes)
    {
        var figures = await FiguresAsync($"storage{query}");

        Assert.Equal((perDay, bytes), (figures["bytesPerDay"], figures["bytes"]));
        Assert.True(figures["storedBytes"] > figures["bytes"], "What is stored is more than the text.");
    }

    [Fact]
    [Trait("Notes", "TW-9")]
    public async Task TW_9_Pulling_the_famous_saves_their_part_of_what_is_pushed()
    {
        var figures = await FiguresAsync("fan-out?dailyUsers=86400&tweetsPerUser=1&followers=1000&pulledPart=0.75");

        Assert.Equal((1_000, 250), (figures["pushedLinesPerSecond"], figures["hybridLinesPerSecond"]));
    }

    private async Task<Dictionary<string, decimal>> FiguresAsync(string number)
    {
        using var client = app.Anonymous();
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/designs/twitter/numbers/{number}", UriKind.Relative)));
        return document.RootElement.GetProperty("figures").EnumerateArray()
            .ToDictionary(figure => figure.GetProperty("name").GetString()!, figure => figure.GetProperty("value").GetDecimal());
    }
}
