using System.Text.Json;
using SystemDesign.Platform.Errors;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class JsonProblemTests
{
    [Theory]
    [InlineData(null, "body")]
    [InlineData("$", "body")]
    [InlineData("$.url", "url")]
    [InlineData("$.tags[2]", "tags[2]")]
    [InlineData("$['odd name']", "$['odd name']")]
    public void Names_the_member_as_the_client_wrote_it(string? path, string field) =>
        Assert.Equal(field, JsonProblem.FieldOf(new JsonException("System.String", path, 0, 0)));

    [Fact]
    public void Says_where_counted_from_one_and_nothing_of_our_types()
    {
        var sentence = JsonProblem.Explain(new JsonException("could not be converted to System.String", "$.url", 2, 4));

        Assert.Contains("(line 3, byte 5)", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("System", sentence, StringComparison.Ordinal);
    }
}
