using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SystemDesign.Kernel.Editing;
using SystemDesign.Platform.Http;

namespace SystemDesign.Tests.Unit.Platform;

/// <summary>Merge patches (RFC 7396) as the application reads them.</summary>
public sealed class OptionalConverterTests
{
    private static readonly JsonSerializerOptions Json = OptionsOfTheApplication();

    [Fact]
    public void What_is_absent_is_not_given_and_keeps_what_is_there()
    {
        var patch = Read("{}");

        Assert.Equal(new Patch(default, default, default, default, default, default), patch);
        Assert.Equal("there", patch.Text.Or("there"));
    }

    [Fact]
    public void What_stands_there_is_given()
    {
        var patch = Read("""{"text":"ü","note":"n","level":3,"stars":null,"tags":["a","b"],"place":{"city":"Köln"}}""");

        Assert.Equal(("ü", "n", 3), (patch.Text.Or(""), patch.Note.Or(null), patch.Level.Or(0)));
        Assert.Equal(["a", "b"], patch.Tags.Or([]));
        Assert.Equal("Köln", patch.Place.Or(new(default, default)).City.Or(""));
        Assert.False(patch.Place.Or(new(default, default)).Street.IsGiven);
    }

    [Fact]
    public void Null_clears_what_can_be_null()
    {
        var patch = Read("""{"note":null,"stars":null,"place":{"street":null}}""");

        Assert.True(patch.Note.IsGiven);
        Assert.Null(patch.Note.Or("there"));
        Assert.True(patch.Stars.IsGiven);
        Assert.Null(patch.Stars.Or(5));
        Assert.Null(patch.Place.Or(new(default, default)).Street.Or("there"));
    }

    [Theory]
    [InlineData("""{"text":null}""", "$.text")]
    [InlineData("""{"level":null}""", "$.level")]
    [InlineData("""{"tags":null}""", "$.tags")]
    [InlineData("""{"place":null}""", "$.place")]
    [InlineData("""{"text":1}""", "$.text")]
    [InlineData("""{"text":"\u0000"}""", "$.text")]
    [InlineData("""{"level":"3"}""", "$.level")]
    [InlineData("""{"level":99999999999}""", "$.level")]
    [InlineData("""{"other":1}""", "$.other")]
    [InlineData("""{"text":"a","text":"b"}""", "$.text")]
    public void What_cannot_be_is_refused_where_it_stands(string body, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => Read(body)).Path);

    [Theory]
    [InlineData("""{"place":{"city":null}}""")]
    [InlineData("""{"place":{"planet":"Mars"}}""")]
    [InlineData("""{"tags":[1]}""")]
    public void And_so_is_what_is_further_in(string body) => Assert.Throws<JsonException>(() => Read(body));

    [Fact]
    public void Whatever_is_written_is_read_again() => Prop.ForAll<(string, string?, int, bool, bool, bool)>(values =>
    {
        var (text, note, level, hasText, hasNote, hasLevel) = values;
        var patch = new Patch(
            hasText && IsText(text) ? new(text) : default, hasNote && (note is null || IsText(note)) ? new(note) : default, hasLevel ? new(level) : default, default, default, default);
        return Read(JsonSerializer.Serialize(patch, Json)) == patch;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static bool IsText(string? text) => text is not null && !text.Contains('\0', StringComparison.Ordinal) && !text.Any(char.IsSurrogate);

    private static Patch Read(string body) => JsonSerializer.Deserialize<Patch>(body, Json)!;

    private static JsonSerializerOptions OptionsOfTheApplication()
    {
        var services = new ServiceCollection();
        services.AddJson();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
    }

    private sealed record Patch(
        Optional<string> Text, Optional<string?> Note, Optional<int> Level, Optional<int?> Stars, Optional<IReadOnlyList<string>> Tags, Optional<PlacePatch> Place);

    private sealed record PlacePatch(Optional<string> City, Optional<string?> Street);
}
