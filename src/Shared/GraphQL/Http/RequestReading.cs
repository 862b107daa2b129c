using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SystemDesign.GraphQL.Http;

/// <summary>Reads the parameters of a request: <c>query</c>, <c>operationName</c>, <c>variables</c> and <c>extensions</c>.</summary>
internal static class RequestReading
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static RequestParameters FromQuery(IQueryCollection query) => new(
        Text(query, "query"),
        Text(query, "operationName"),
        Object(query, "variables"),
        Object(query, "extensions"));

    public static async Task<RequestParameters> FromBodyAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || !(type.Charset.Value is null || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new BadHttpRequestException("Send the request as application/json, in UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        }

        var body = await ReadAsync(request, limit, cancellationToken);
        var json = Parsed(body, "The body");
        return json.ValueKind != JsonValueKind.Object
            ? throw new BadHttpRequestException("The body must be a JSON object.")
            : new(Text(json, "query"), Text(json, "operationName"), Object(json, "variables"), Object(json, "extensions"));
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        while (await request.Body.ReadAsync(body.GetMemory(4096), cancellationToken) is var read and > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > limit)
            {
                throw new BadHttpRequestException($"The body has more than {limit} bytes.", StatusCodes.Status413PayloadTooLarge);
            }
        }

        return body.WrittenMemory;
    }

    private static string? Text(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text] ? text : null;

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var member) ? null : member.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => member.GetString(),
        _ => throw new BadHttpRequestException($"'{name}' must be a string."),
    };

    private static JsonElement? Object(IQueryCollection query, string name) =>
        Text(query, name) is { } text ? ObjectOrNothing(Parsed(Encoding.UTF8.GetBytes(text), $"'{name}'"), name) : null;

    private static JsonElement? Object(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) ? ObjectOrNothing(member, name) : null;

    private static JsonElement? ObjectOrNothing(JsonElement member, string name) => member.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => member,
        _ => throw new BadHttpRequestException($"'{name}' must be a JSON object."),
    };

    private static JsonElement Parsed(ReadOnlyMemory<byte> bytes, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException($"{what} is no JSON.", exception);
        }
    }
}
