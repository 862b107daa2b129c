using System.Diagnostics;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// How much more may be pushed in a transaction, for which all other writes wait. Lines for a hundred thousand followers lie close together, and take a twentieth of the
/// time of those for a few hundred, which lie on a page each. So it is the time that is bounded: the first piece is small, and shows how many more there is time for.
/// </summary>
internal sealed class PushRoom(TimeSpan time)
{
    /// <summary>Lines of a transaction, however fast they are.</summary>
    public const int Most = 2_000;

    private const int FirstPiece = 200;

    /// <summary>What is left of the time may be a few lines' worth: a statement is not made for so few.</summary>
    private const int LeastPiece = 50;

    private readonly long began = Stopwatch.GetTimestamp();
    private int taken;

    public bool IsLeft => taken < Most && Elapsed < time;

    /// <summary>Lines for the next statement, if there is room left.</summary>
    public int Piece => taken == 0 ? FirstPiece : (int)double.Clamp(taken * ((time / Elapsed) - 1), int.Min(LeastPiece, Most - taken), Most - taken);

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(began);

    public void Take(int lines) => taken += lines;
}
