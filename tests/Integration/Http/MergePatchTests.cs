using System.Net;
using System.Text.Json;
using SystemDesign.Tests.Integration.Http.Notes;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Http;

/// <summary>JSON merge patches (RFC 7396) on whatever has optional members.</summary>
public sealed class MergePatchTests(NotesApp app) : IClassFixture<NotesApp>
{
    private const string Accepted = "application/merge-patch+json, application/json";

    [Theory]
    [InlineData("{}", """{"text":"text","subject":"subject","level":3,"tags":["a"]}""")]
    [InlineData("""{"text":"naïve 🦩"}""", """{"text":"naïve 🦩","subject":"subject","level":3,"tags":["a"]}""")]
    [InlineData("""{"subject":null}""", """{"text":"text","subject":null,"level":3,"tags":["a"]}""")]
    [InlineData("""{"tags":["b","c"],"level":0}""", """{"text":"text","subject":"subject","level":0,"tags":["b","c"]}""")]
    public async Task What_stands_there_is_set_null_clears_and_the_rest_stays(string patch, string expected)
    {
        using var client = app.Client();

        using var response = await client.EditAsync(NotesModule.Path, patch);

        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, body.RootElement), body.RootElement.ToString());
        Assert.Equal("\"2\"", response.Headers.ETag?.ToString());
    }

    [Theory]
    [InlineData("text", """{"text":null}""")]
    [InlineData("level", """{"level":null}""")]
    [InlineData("tags", """{"tags":null}""")]
    [InlineData("text", """{"text":[]}""")]
    [InlineData("level", """{"level":1.5}""")]
    [InlineData("txet", """{"txet":"a"}""")]
    [InlineData("author", """{"author":"me"}""")]
    [InlineData("text", """{"text":"a","text":"b"}""")]
    [InlineData("text", """{"text":"\u0000"}""")]
    [InlineData("body", "[]")]
    [InlineData("body", "[{\"op\":\"remove\",\"path\":\"/text\"}]")]
    [InlineData("body", "\"text\"")]
    [InlineData("body", "1")]
    [InlineData("body", "null")]
    [InlineData("body", "")]
    [InlineData("body", "{")]
    public async Task What_cannot_be_is_refused_and_named(string field, string patch)
    {
        using var client = app.Client();

        using var response = await client.EditAsync(NotesModule.Path, patch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal("invalid-input", problem.Code);
        Assert.Equal([field], problem.Errors!.Keys);
        Assert.DoesNotContain("SystemDesign", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/Merge-Patch+JSON; charset=utf-8")]
    public async Task Is_taken_as_the_json_that_it_is_too(string mediaType)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Patch, NotesModule.Path) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json-patch+json")]
    [InlineData("application/problem+json")]
    [InlineData("text/json")]
    [InlineData("text/plain")]
    [InlineData("application/merge-patch+json; charset=utf-16")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Everything_else_is_refused_and_told_what_is_taken(string? mediaType)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Patch, NotesModule.Path) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        if (mediaType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("unsupported-media-type", (await response.ProblemAsync()).Code);
        Assert.Equal(Accepted, Assert.Single(response.Headers.GetValues("Accept-Patch")));
    }

    [Fact]
    public async Task Other_methods_are_not_told_of_patches()
    {
        using var client = await app.Client().SignedInAsync();

        using var response = await client.PostAsync("/api/url-shortener/links", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.False(response.Headers.Contains("Accept-Patch"));
    }

    [Fact]
    public async Task Swagger_shows_the_members_as_what_they_hold_and_none_as_required()
    {
        using var client = app.Client();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/swagger/notes/swagger.json"));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var patch = schemas.GetProperty("NotePatch");
        var properties = patch.GetProperty("properties");

        Assert.False(patch.TryGetProperty("required", out _));
        Assert.Equal(["text", "subject", "level", "tags", "answer"], properties.EnumerateObject().Select(property => property.Name));
        Assert.Equal("""{"type":"string"}""", Flat(properties.GetProperty("text")));
        Assert.Equal("""{"type":"string","nullable":true}""", Flat(properties.GetProperty("subject")));
        Assert.Equal("""{"type":"integer","format":"int32"}""", Flat(properties.GetProperty("level")));
        Assert.Equal("""{"type":"array","items":{"type":"string"}}""", Flat(properties.GetProperty("tags")));
        Assert.Contains("#/components/schemas/Note", Flat(properties.GetProperty("answer")), StringComparison.Ordinal);
        Assert.DoesNotContain(schemas.EnumerateObject(), schema => schema.Name.Contains("Optional", StringComparison.Ordinal));

        var operation = document.RootElement.GetProperty("paths").GetProperty(NotesModule.Path).GetProperty("patch");
        Assert.Equal(
            ["application/merge-patch+json", "application/json"],
            operation.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name));
        Assert.Equal(
            [("If-Match", "header")],
            operation.GetProperty("parameters").EnumerateArray().Select(parameter => (parameter.GetProperty("name").GetString(), parameter.GetProperty("in").GetString())));
    }

    /// <summary>Without what is there for people.</summary>
    private static string Flat(JsonElement schema) => JsonSerializer.Serialize(
        schema.EnumerateObject().Where(part => part.Name != "description").ToDictionary(part => part.Name, part => part.Value));
}
