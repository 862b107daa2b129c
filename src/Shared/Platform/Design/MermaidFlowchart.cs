using System.Globalization;
using System.Text;

namespace SystemDesign.Platform.Design;

/// <summary>
/// A drawing as Mermaid's flowchart (https://mermaid.js.org/syntax/flowchart.html): a line for each box, shaped by its
/// kind, and a line for each arrow, dotted if it is an event.
/// </summary>
internal static class MermaidFlowchart
{
    /// <summary>What an entity is needed for: Mermaid reads some of these within quotes too, and a browser the rest.</summary>
    private const string Special = "\"#<>&`\\;%";

    public static string Of(Drawing drawing) => string.Join(
        '\n',
        ["flowchart LR", .. drawing.Boxes.Select(Line), .. drawing.Arrows.Select(Line), string.Empty]);

    private static string Line(Box box)
    {
        var (open, close) = box.Kind switch
        {
            BoxKind.Client => ("([", "])"),
            BoxKind.Gateway => ("{{", "}}"),
            BoxKind.Cache => ("[/", "/]"),
            BoxKind.Database => ("[(", ")]"),
            BoxKind.Queue => ("[[", "]]"),
            BoxKind.External => (">", "]"),
            _ => ("[", "]"),
        };
        return $"    {Name(box.Id)}{open}{Quoted(box.Title)}{close}";
    }

    private static string Line(Arrow arrow) =>
        $"    {Name(arrow.From)} {(arrow.Kind is ArrowKind.Event ? "-.->" : "-->")}|{Quoted(arrow.Carries)}| {Name(arrow.To)}";

    /// <summary>A hyphen can be read as the beginning of an arrow, and some words (<c>end</c>) as Mermaid's own.</summary>
    private static string Name(string id) => $"box_{id.Replace('-', '_')}";

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = Special.Contains(character, StringComparison.Ordinal) || char.IsControl(character)
                ? quoted.Append(CultureInfo.InvariantCulture, $"#{(int)character};")
                : quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }
}
