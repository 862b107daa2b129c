using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SystemDesign.GraphQL.Schema;

/// <summary>Input as error messages show it, in the form that graphql-js gives it: no deeper than 2 levels, no longer than 10 items.</summary>
internal static class Inspected
{
    private const int Depth = 2;

    private const int Items = 10;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(JsonElement json) => Json(json, depth: 1);

    private static string Json(JsonElement json, int depth) => json.ValueKind switch
    {
        JsonValueKind.String => JsonSerializer.Serialize(json.GetString(), Readable),
        JsonValueKind.Number => Number(json),
        JsonValueKind.Array => List(json, depth),
        JsonValueKind.Object => Object(json, depth),
        _ => json.GetRawText(),
    };

    private static string Number(JsonElement json) => json.GetDouble() is var number && double.IsInteger(number) && Math.Abs(number) < 1e21
        ? number.ToString("F0", CultureInfo.InvariantCulture)
        : json.GetRawText();

    private static string List(JsonElement json, int depth)
    {
        if (json.GetArrayLength() == 0)
        {
            return "[]";
        }

        if (depth > Depth)
        {
            return "[Array]";
        }

        var items = json.EnumerateArray().Take(Items).Select(item => Json(item, depth + 1));
        var more = json.GetArrayLength() - Items;
        return $"[{string.Join(", ", more <= 0 ? items : items.Append(more == 1 ? "... 1 more item" : $"... {more} more items"))}]";
    }

    private static string Object(JsonElement json, int depth) =>
        !json.EnumerateObject().Any() ? "{}"
        : depth > Depth ? "[Object]"
        : $"{{ {string.Join(", ", json.EnumerateObject().Select(member => $"{member.Name}: {Json(member.Value, depth + 1)}"))} }}";
}
