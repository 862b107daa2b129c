namespace SystemDesign.Kernel.Realtime;

/// <summary>The devices that are connected at this moment, each by a WebSocket or an event stream.</summary>
public interface IConnections
{
    /// <summary>
    /// Sends a frame to all devices with which the user is connected to the channel, on whichever instance. Call it when what it tells is on disk
    /// (<c>db.OnCommitted</c>). It never fails: a frame with a position that is lost on its way is found in <see cref="IPastFrames"/> within
    /// seconds, and one without is lost.
    /// </summary>
    /// <param name="channel">The name that the module gave it.</param>
    /// <param name="userId">Whose devices.</param>
    /// <param name="frame">The same for all of them.</param>
    Task SendAsync(string channel, Guid userId, Frame frame);
}
