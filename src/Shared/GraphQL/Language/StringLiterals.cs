using System.Globalization;
using System.Text;

namespace SystemDesign.GraphQL.Language;

/// <summary>Writes text as a string of the language, in the form that graphql-js gives it.</summary>
internal static class StringLiterals
{
    private const string Quotes = "\"\"\"";

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\b' => quoted.Append(@"\b"),
                '\t' => quoted.Append(@"\t"),
                '\n' => quoted.Append(@"\n"),
                '\f' => quoted.Append(@"\f"),
                '\r' => quoted.Append(@"\r"),
                _ when char.IsControl(character) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    public static string Block(string text)
    {
        var escaped = text.Replace(Quotes, $"\\{Quotes}", StringComparison.Ordinal);
        var lines = escaped.Split('\n');
        var isOneLine = lines.Length == 1;
        var mustBegin = !isOneLine && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsWithQuotes = escaped.EndsWith($"\\{Quotes}", StringComparison.Ordinal);
        var mustEnd = (text.EndsWith('"') && !endsWithQuotes) || text.EndsWith('\\');
        var isSpread = !isOneLine || text.Length > 70 || mustEnd || mustBegin || endsWithQuotes;
        var startsBlank = isOneLine && text.Length > 0 && text[0] is ' ' or '\t';
        return (isSpread && !startsBlank) || mustBegin
            ? $"{Quotes}\n{escaped}{(isSpread || mustEnd ? "\n" : string.Empty)}{Quotes}"
            : $"{Quotes}{escaped}{(isSpread || mustEnd ? "\n" : string.Empty)}{Quotes}";
    }

    /// <summary>Whether the text comes back from a block string as it went in.</summary>
    public static bool FitBlock(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        var lines = text.Split('\n');
        return !text.Any(character => char.IsControl(character) && character is not ('\n' or '\t'))
            && !string.IsNullOrWhiteSpace(lines[0])
            && !string.IsNullOrWhiteSpace(lines[^1])
            && (lines.Length == 1 || lines.Any(line => line.Length > 0 && line[0] is not (' ' or '\t')));
    }
}
