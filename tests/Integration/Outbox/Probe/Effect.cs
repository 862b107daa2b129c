namespace SystemDesign.Tests.Integration.Outbox.Probe;

/// <summary>That a handler ran and was committed. No unique key: were it run twice, there would be two.</summary>
internal sealed class Effect
{
    public long Id { get; init; }

    public required string Handler { get; init; }

    public required int Number { get; init; }

    public required string? Key { get; init; }
}
