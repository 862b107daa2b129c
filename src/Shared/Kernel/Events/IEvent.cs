using MediatR;

namespace SystemDesign.Kernel.Events;

/// <summary>
/// Something that happened and that others may want to know. It is kept with the change that it tells of, and reaches
/// each of its handlers once, however often it must be sent: see <see cref="IOutbox"/>. Its members are its whole
/// content: JSON, read by handlers of other builds and years.
/// </summary>
public interface IEvent : INotification
{
    /// <summary>Events of one key reach each handler in the order in which they happened. Nothing: in any order.</summary>
    string? Key => null;
}
