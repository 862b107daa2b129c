namespace SystemDesign.Kernel.Events;

/// <summary>
/// The state event that ends its key: what it was about is no more. When everybody had it, the earlier state events of the key
/// are removed, since what they say need not be known any more, or must not: so a handler that comes later may be told this
/// one alone, and bears it.
/// </summary>
public interface ILastStateEvent : IStateEvent;
