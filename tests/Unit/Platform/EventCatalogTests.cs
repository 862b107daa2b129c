using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Outbox;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class EventCatalogTests
{
    [Fact]
    public void An_event_is_found_by_its_name_and_a_name_by_its_event()
    {
        var catalog = new EventCatalog([new([typeof(Named)])]);

        Assert.Equal("test.named.v1", catalog.NameOf(typeof(Named)));
        Assert.Equal(typeof(Named), catalog.TypeOf("test.named.v1"));
    }

    [Fact]
    public void An_event_without_a_name_stops_the_start_and_is_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new EventCatalog([new([typeof(Nameless)])]));

        Assert.Contains(typeof(Nameless).FullName!, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_events_of_one_name_stop_the_start_and_are_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new EventCatalog([new([typeof(Named)]), new([typeof(Namesake)])]));

        Assert.Contains(typeof(Named).FullName!, exception.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(Namesake).FullName!, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assemblys_events_are_all_found()
    {
        var types = EventTypes.In(typeof(EventCatalogTests).Assembly).Types;

        Assert.Superset(new HashSet<Type> { typeof(Named), typeof(Nameless), typeof(Namesake) }, types.ToHashSet());
        Assert.DoesNotContain(typeof(EventCatalogTests), types);
    }

    [Fact]
    public void What_a_newer_build_added_to_an_event_is_passed_over()
    {
        var read = EventJson.Read("""{"number":7,"added":"later"}""", typeof(Named));

        Assert.Equal(new Named(7), read);
    }

    [Fact]
    public void The_key_is_no_part_of_the_content()
    {
        Assert.Equal("""{"number":7}""", EventJson.Write(new Named(7)));
    }

    [EventName("test.named.v1")]
    internal sealed record Named(int Number) : IEvent
    {
        string IEvent.Key => "key";
    }

    [EventName("test.named.v1")]
    internal sealed record Namesake : IEvent;

    internal sealed record Nameless : IEvent;
}
