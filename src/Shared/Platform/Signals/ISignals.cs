namespace SystemDesign.Platform.Signals;

/// <summary>
/// Carries word to the other instances. Best effort: nothing is stored or repeated, so whoever listens has another way to
/// find out in the end, such as a lifetime or a poll.
/// </summary>
public interface ISignals
{
    /// <summary>Tells the others, and not this instance. It takes a fraction of a second at most.</summary>
    /// <param name="channel">Who shall hear it: letters, digits, and <c>: . - _</c>.</param>
    /// <param name="content">What they shall hear.</param>
    /// <returns>False if it could not be sent.</returns>
    Task<bool> SendAsync(string channel, string content);

    /// <summary>
    /// From now on <paramref name="hear"/> is called for each signal on the channel that others send, on any thread, in the
    /// order that one sender sent them. It is quick and throws nothing.
    /// </summary>
    IDisposable Subscribe(string channel, Action<string> hear);
}
