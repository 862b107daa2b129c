namespace SystemDesign.Kernel.Events;

/// <summary>
/// An event that others build a state of their own from. It is kept for ever: a handler that is new, or was away, is told
/// all of them first, so that a module added later knows as much as the others. See also <see cref="ILastStateEvent"/>.
/// </summary>
public interface IStateEvent : IEvent;
