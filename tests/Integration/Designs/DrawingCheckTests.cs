using SystemDesign.Platform.Design;

namespace SystemDesign.Tests.Integration.Designs;

/// <summary>The check of drawings can fail: on what is drawn too much, and on what is drawn too little.</summary>
[Trait("Notes", "B2-6")]
public sealed class DrawingCheckTests
{
    private static readonly SpanName Http = new("Web", "request");
    private static readonly SpanName Post = new("Case", "Post");
    private static readonly SpanName Write = new("Store", "write");
    private static readonly SpanName Published = new("Queue", "posted publish");
    private static readonly SpanName Indexed = new("Queue", "posted process", "Index");
    private static readonly SpanName Notified = new("Queue", "posted process", "Notify");
    private static readonly SpanName Swept = new("Case", "Sweep");

    private static readonly Box[] Boxes =
    [
        new("client", "Client", BoxKind.Client, ""),
        new("gateway", "Gateway", BoxKind.Gateway, ""),
        new("posts", "Posts", BoxKind.Service, ""),
        new("store", "Store", BoxKind.Database, "") { Begins = [Swept] },
        new("queue", "Queue", BoxKind.Queue, ""),
        new("index", "Index", BoxKind.Service, ""),
        new("notifier", "Notifier", BoxKind.Service, ""),
    ];

    private static readonly Arrow[] Arrows =
    [
        new("client", "gateway", ArrowKind.Sync, "", [Http]),
        new("gateway", "posts", ArrowKind.Sync, "", [Post]),
        new("posts", "store", ArrowKind.Sync, "", [Write]),
        new("posts", "queue", ArrowKind.Event, "", [Published]),
        new("queue", "index", ArrowKind.Event, "", [Indexed]),
        new("queue", "notifier", ArrowKind.Event, "", [Notified]),
    ];

    private static readonly SeenSpan[] Walk =
    [
        new(Http, "1", "a client's own"),
        new(Post, "2", "1"),
        new(Write, "3", "2"),
        new(Write, "4", "3"),
        new(Published, "5", "2"),
        new(Indexed, "6", "5"),
        new(Notified, "7", "5"),
        new(Swept, "8", null),
    ];

    [Fact]
    public void What_is_drawn_as_it_is_travelled_is_right()
    {
        var check = new DrawingCheck(new(Boxes, Arrows), Walk);

        Assert.Empty(check.NeverTravelled);
        Assert.Empty(check.NotDrawn);
        Assert.Empty(check.Ambiguous);
    }

    [Fact]
    public void An_arrow_too_much_is_reported()
    {
        var check = new DrawingCheck(new(Boxes, [.. Arrows, new("gateway", "store", ArrowKind.Sync, "", [Write])]), Walk);

        Assert.Equal(["gateway -> store (Store: write) was never travelled"], check.NeverTravelled);
        Assert.Empty(check.NotDrawn);
    }

    [Fact]
    public void Of_an_arrow_with_two_spans_the_one_that_was_not_seen_is_reported()
    {
        var arrow = Arrows[2] with { Spans = [Write, new("Store", "read")] };

        var check = new DrawingCheck(new(Boxes, [.. Arrows.Except([Arrows[2]]), arrow]), Walk);

        Assert.Equal(["posts -> store (Store: read) was never travelled"], check.NeverTravelled);
    }

    [Fact]
    public void An_arrow_that_is_drawn_the_other_way_round_is_reported_as_both()
    {
        var reversed = Arrows[2] with { From = "queue" };

        var check = new DrawingCheck(new(Boxes, [.. Arrows.Except([Arrows[2]]), reversed]), Walk);

        Assert.Equal(["queue -> store (Store: write) was never travelled"], check.NeverTravelled);
        Assert.Equal(["posts -> store (Store: write) is not drawn"], check.NotDrawn);
    }

    [Fact]
    public void A_beginning_too_much_is_reported()
    {
        var check = new DrawingCheck(new(Boxes, Arrows), [.. Walk.Where(span => span.Name != Swept)]);

        Assert.Equal(["store (Case: Sweep) never began"], check.NeverTravelled);
    }

    [Fact]
    public void A_span_without_a_place_is_reported_once()
    {
        var stray = new SpanName("Case", "Stray");

        var check = new DrawingCheck(new(Boxes, Arrows), [.. Walk, new(stray, "9", "2"), new(stray, "10", null)]);

        Assert.Equal(["Case: Stray has no place"], check.NotDrawn);
    }

    [Fact]
    public void A_handler_without_a_place_is_reported_though_its_event_has_one()
    {
        var check = new DrawingCheck(new(Boxes, Arrows), [.. Walk, new(Indexed with { Handler = "Audit" }, "9", "5")]);

        Assert.Equal(["Queue: posted process by Audit has no place"], check.NotDrawn);
    }

    [Fact]
    public void A_way_that_is_not_drawn_is_reported_though_both_its_ends_are()
    {
        var check = new DrawingCheck(new(Boxes, Arrows), [.. Walk, new(Write, "9", "1")]);

        Assert.Equal(["gateway -> store (Store: write) is not drawn"], check.NotDrawn);
        Assert.Empty(check.NeverTravelled);
    }

    [Fact]
    public void A_way_leads_through_spans_that_have_no_place()
    {
        SeenSpan[] walk = [.. Walk.Where(span => span.Name != Write), new(new("Case", "Stray"), "9", "2"), new(Write, "10", "9")];

        Assert.Empty(new DrawingCheck(new(Boxes, Arrows), walk).NeverTravelled);
    }

    [Fact]
    public void What_comes_from_nowhere_is_reported_unless_an_arrow_leads_to_it_from_outside()
    {
        var check = new DrawingCheck(new(Boxes, Arrows), [.. Walk, new(Post, "9", null)]);

        Assert.Equal(["nowhere -> posts (Case: Post) is not drawn"], check.NotDrawn);
    }

    [Fact]
    public void A_span_in_two_boxes_is_reported()
    {
        var check = new DrawingCheck(new(Boxes, [.. Arrows, new("gateway", "index", ArrowKind.Sync, "", [Post])]), Walk);

        Assert.Equal(["Case: Post is drawn in posts and index"], check.Ambiguous);
    }
}
