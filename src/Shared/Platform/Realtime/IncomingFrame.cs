using System.Text.Json;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Platform.Realtime;

/// <summary>What a client sends: <c>{"type": "send", "id": "1", "data": {...}}</c>.</summary>
/// <param name="Type">What it is about.</param>
/// <param name="Id">The client's own: the answer has it as <c>re</c>.</param>
/// <param name="Data">As the type says.</param>
/// <param name="AccessToken">Of a <c>refresh</c>.</param>
internal sealed record IncomingFrame(string? Type, string? Id, JsonElement? Data, string? AccessToken)
{
    public const string InvalidCode = "realtime.invalid-frame";

    private const string Form = """A frame is a JSON object with a type, such as {"type": "refresh", "id": "1", "accessToken": "..."}.""";

    /// <exception cref="InvalidException">It is none.</exception>
    public static IncomingFrame Read(ReadOnlySpan<byte> utf8, JsonSerializerOptions json)
    {
        try
        {
            return JsonSerializer.Deserialize<IncomingFrame>(utf8, json) is { Type: not null } frame
                ? frame
                : throw new InvalidException(InvalidCode, Form, "type");
        }
        catch (JsonException)
        {
            throw new InvalidException(InvalidCode, Form);
        }
    }
}
