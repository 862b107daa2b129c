using System.ComponentModel.DataAnnotations;
using SystemDesign.Platform.Documents;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class DocumentOptionsTests
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void There_are_1_to_64_shards(int shards, bool valid)
    {
        var options = new DocumentOptions { ["links"] = new() { Shards = shards } };

        Assert.Equal(valid ? [] : ["Set Documents:links:Shards to a number from 1 to 64."], FailuresOf(options));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("2", true)]
    [InlineData("3", false)]
    [InlineData("-1", false)]
    [InlineData("01", false)]
    [InlineData("first", false)]
    public void A_server_is_some_shards(string number, bool valid)
    {
        var options = new DocumentOptions { ["links"] = new() { Shards = 3, ConnectionStrings = { [number] = "Host=elsewhere" } } };

        Assert.Equal(
            valid ? [] : [$"Documents:links:ConnectionStrings:{number} is no shard's: the shards are 0 to 2, as many as Documents:links:Shards says."],
            FailuresOf(options));
    }

    [Fact]
    public void A_store_has_one_shard_beside_the_modules_unless_its_settings_say_otherwise()
    {
        var options = new DocumentOptions { ["links"] = new() { Shards = 2, ConnectionStrings = { ["1"] = "Host=elsewhere" } } };

        Assert.Equal((1, 2), (options.ShardsOf("carts"), options.ShardsOf("links")));
        Assert.Equal((null, null, "Host=elsewhere"), (options.ServerOf("carts", 0), options.ServerOf("links", 0), options.ServerOf("links", 1)));
    }

    private static IEnumerable<string?> FailuresOf(DocumentOptions options) =>
        options.Validate(new ValidationContext(options)).Select(failure => failure.ErrorMessage);
}
