namespace SystemDesign.Kernel.Events;

/// <summary>What happened in this unit of work.</summary>
public interface IOutbox
{
    /// <summary>Tells an event: if the unit of work is saved, the event will reach its handlers; if it is not, it never happened.</summary>
    void Add(IEvent happened);
}
