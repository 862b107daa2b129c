using System.Text.Json;
using SystemDesign.Platform.Idempotency;

namespace SystemDesign.Tests.Unit.Platform;

/// <summary>Which two requests are the same request, and that an answer comes back as it was.</summary>
public sealed class KeptJsonTests
{
    [Theory]
    [InlineData("""{"Text":"ä/b","Count":1}""")]
    [InlineData("""  { "Count" : 1 ,"Text":"\u00e4\/b" , "Note":null}  """)]
    public void How_it_is_written_makes_no_other_request(string json) =>
        Assert.Equal(KeptJson.HashOf(new Ask("ä/b", 1, null)), KeptJson.HashOf(JsonSerializer.Deserialize<Ask>(json)!));

    [Fact]
    public void Every_value_counts()
    {
        Ask[] requests = [new("a", 1, null), new("A", 1, null), new("a", 2, null), new("a", 1, "")];

        Assert.Equal(requests.Length, requests.Select(request => Convert.ToHexString(KeptJson.HashOf(request))).Distinct().Count());
    }

    [Fact]
    public void A_member_that_a_newer_build_adds_and_the_client_leaves_out_makes_no_other_request() =>
        Assert.Equal(KeptJson.HashOf(new Ask("a", 1, null)), KeptJson.HashOf(new NewerAsk("a", 1, null, null)));

    [Fact]
    public void An_answer_comes_back_as_it_was()
    {
        var answer = new Answer(Guid.CreateVersion7(), "<ä> & \"b\"", new DateTimeOffset(2026, 11, 22, 8, 22, 6, TimeSpan.Zero).AddMicroseconds(551_899), null);

        Assert.Equal(answer, KeptJson.Read<Answer>(KeptJson.Write(answer)));
    }

    private sealed record Ask(string Text, int Count, string? Note);

    private sealed record NewerAsk(string Text, int Count, string? Note, string? Added);

    private sealed record Answer(Guid Id, string Text, DateTimeOffset CreatedAt, string? Note);
}
