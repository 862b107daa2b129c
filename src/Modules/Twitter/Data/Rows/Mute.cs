namespace SystemDesign.Twitter.Data.Rows;

/// <summary>One does not want to see the other in feeds and notifications; the other does not know.</summary>
internal sealed class Mute
{
    public required int Muter { get; init; }

    public required int Muted { get; init; }

    public required DateTimeOffset MutedAt { get; init; }
}
