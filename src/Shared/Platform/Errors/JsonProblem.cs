using System.Text.Json;

namespace SystemDesign.Platform.Errors;

/// <summary>What a client can use of a <see cref="JsonException"/>: the place, without our type names.</summary>
internal static class JsonProblem
{
    /// <summary>Stands for a field's name where no single field is at fault.</summary>
    public const string WholeBody = "body";

    private const string Root = "$";

    /// <summary>The member in the client's spelling (<c>tags[2]</c>), or <c>body</c> for the whole.</summary>
    public static string FieldOf(JsonException exception) => exception.Path switch
    {
        null or "" or Root => WholeBody,
        ['$', '.', .. var member] => member,
        var path => path,
    };

    public static string Explain(JsonException exception)
    {
        var place = exception.LineNumber is { } line ? $" (line {line + 1}, byte {exception.BytePositionInLine + 1})" : string.Empty;
        return $"{What(exception)}{place}.";
    }

    private static string What(JsonException exception) => FieldOf(exception) switch
    {
        WholeBody => "The body is not the JSON object that is expected here",
        var field => $"'{field}' is not a member that is known here, or its value is malformed or of the wrong type",
    };
}
