using System.Text.Json;
using System.Text.RegularExpressions;

namespace SystemDesign.Analytics.Domain.CustomEvents;

/// <summary>What clients may say of what happened.</summary>
internal static partial class CustomEventRules
{
    public const int MaximumNameLength = 60;

    /// <summary>To a request.</summary>
    public const int MaximumEvents = 100;

    public const int MaximumProperties = 20;

    public const int MaximumPropertyNameLength = 40;

    /// <summary>Of a text.</summary>
    public const int MaximumValueLength = 100;

    /// <summary>By how much a client's clock may be ahead.</summary>
    public static readonly TimeSpan MaximumSkew = TimeSpan.FromMinutes(5);

    public static bool IsName(string? name) => name is { Length: <= MaximumNameLength } && Name().IsMatch(name);

    public static bool IsPropertyName(string? name) => name is { Length: <= MaximumPropertyNameLength } && PropertyName().IsMatch(name);

    /// <summary>A text, a number, true or false: nothing that has parts.</summary>
    public static bool IsValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => IsText(value),
        JsonValueKind.Number => value.GetRawText().Length <= MaximumValueLength,
        JsonValueKind.True or JsonValueKind.False => true,
        _ => false,
    };

    /// <summary>No database keeps a NUL, and half a surrogate pair is no character.</summary>
    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.GetString() is { Length: <= MaximumValueLength } text && !text.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_]*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex PropertyName();
}
