namespace SystemDesign.Twitter.Data.Rows;

/// <summary>Neither sees anything of the other.</summary>
internal sealed class Block
{
    public required int Blocker { get; init; }

    public required int Blocked { get; init; }

    public required DateTimeOffset BlockedAt { get; init; }
}
