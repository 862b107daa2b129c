using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Platform.Design;
using SystemDesign.UrlShortener;

namespace SystemDesign.Tests.Unit.Platform;

/// <summary>
/// The part of Mermaid's grammar that we write, line by line. That Mermaid reads it was tried with its own parser.
/// </summary>
[Trait("Notes", "B2-6")]
public sealed partial class MermaidFlowchartTests
{
    [Fact]
    public void Draws_each_kind_of_box_in_a_shape_of_its_own_and_an_event_dotted()
    {
        var drawing = new Drawing(
            [.. Enum.GetValues<BoxKind>().Select(kind => new Box($"a-{kind}", kind.ToString(), kind, "What it does."))],
            [new("a-Client", "a-Gateway", ArrowKind.Sync, "asks", []), new("a-Gateway", "a-Queue", ArrowKind.Event, "tells", [])]);

        Assert.Equal(
            """
            flowchart LR
                box_a_Client(["Client"])
                box_a_Gateway{{"Gateway"}}
                box_a_Service["Service"]
                box_a_Cache[/"Cache"/]
                box_a_Database[("Database")]
                box_a_Queue[["Queue"]]
                box_a_External>"External"]
                box_a_Client -->|"asks"| box_a_Gateway
                box_a_Gateway -.->|"tells"| box_a_Queue

            """.ReplaceLineEndings("\n"),
            MermaidFlowchart.Of(drawing));
    }

    [Fact]
    public void Writes_what_would_end_a_label_as_an_entity() => Assert.Contains(
        "[\"say #34;a#35;b#34; #60;b#62; #38; #96;c#96; #10;end\"]",
        MermaidFlowchart.Of(new([new("one", "say \"a#b\" <b> & `c` \nend", BoxKind.Service, "")], [])),
        StringComparison.Ordinal);

    [Fact]
    public void Keeps_to_the_grammar_whatever_the_labels() => Prop.ForAll<NonNull<string>, NonNull<string>>((title, carries) =>
    {
        var drawing = new Drawing(
            [new("one", title.Get, BoxKind.Service, ""), new("two", carries.Get, BoxKind.Database, "")],
            [new("one", "two", ArrowKind.Sync, carries.Get, []), new("two", "one", ArrowKind.Event, title.Get, [])]);
        return IsFlowchart(MermaidFlowchart.Of(drawing), lines: 5);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void The_url_shortener_keeps_to_the_grammar()
    {
        var drawing = new UrlShortenerModule().Design!.Drawing;

        Assert.True(IsFlowchart(MermaidFlowchart.Of(drawing), 1 + drawing.Boxes.Count + drawing.Arrows.Count));
    }

    /// <summary>Labels first, so that what is left has no text in it but ours.</summary>
    private static bool IsFlowchart(string text, int lines) => text.Split('\n') is ["flowchart LR", .. var rest, ""]
        && rest.Length + 1 == lines
        && rest.All(line => Label().Replace(line, "LABEL") is var bare && (BoxLine().IsMatch(bare) || ArrowLine().IsMatch(bare)));

    [GeneratedRegex(@"""(?:[^""#<>&`\\;%\p{Cc}]|#[0-9]+;)*""")]
    private static partial Regex Label();

    [GeneratedRegex(@"^    box_[a-z_]+(?:\(\[LABEL\]\)|\{\{LABEL\}\}|\[LABEL\]|\[/LABEL/\]|\[\(LABEL\)\]|\[\[LABEL\]\]|>LABEL\])\z")]
    private static partial Regex BoxLine();

    [GeneratedRegex(@"^    box_[a-z_]+ (?:-->|-\.->)\|LABEL\| box_[a-z_]+\z")]
    private static partial Regex ArrowLine();
}
