namespace SystemDesign.Platform.Realtime;

/// <summary>Why a connection ends.</summary>
/// <param name="Reason">For metrics: kebab case.</param>
/// <param name="Code">What a WebSocket is closed with: RFC 6455, section 7.4, and from 4000 on ours, which are HTTP's with a 4 before them.</param>
/// <param name="Text">For who reads the client's log; 123 bytes at most.</param>
internal sealed record Ending(string Reason, int Code, string Text)
{
    /// <summary>The client closed it.</summary>
    public static readonly Ending Left = new("left", 1000, string.Empty);

    /// <summary>The client is gone without a word, or broke the protocol; nothing can be sent to it.</summary>
    public static readonly Ending Lost = new("lost", 1006, string.Empty);

    public static readonly Ending GoingAway = new("going-away", 1001, "This instance is stopping: connect again, behind the last id.");

    public static readonly Ending NotText = new("not-text", 1003, "A frame is text: JSON.");

    public static readonly Ending TooLarge = new("too-large", 1009, "A frame has at most 16 KiB.");

    public static readonly Ending Slow = new("slow", 1013, "Frames were not taken as fast as they came: connect again, behind the last id.");

    public static readonly Ending Expired = new("expired", 4401, "The access token has expired: connect again with a new one, behind the last id.");

    public static readonly Ending SessionEnded = new("session-ended", 4401, "The session has ended: log in again.");

    public static readonly Ending TooMany = new("too-many-frames", 4429, "Frames came faster than 10 a second, beyond 60 at once.");

    /// <summary>Whether the client has to show another access token before it may come again.</summary>
    public bool IsOfToken => Code == Expired.Code;
}
