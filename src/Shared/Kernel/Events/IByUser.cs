namespace SystemDesign.Kernel.Events;

/// <summary>An event that is somebody's doing, for those who count how many took part and know no module.</summary>
public interface IByUser : IEvent
{
    /// <summary>UUIDv7; nothing if it was done without an account.</summary>
    Guid? UserId { get; }
}
