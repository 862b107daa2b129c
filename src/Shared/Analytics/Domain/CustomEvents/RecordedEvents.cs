namespace SystemDesign.Analytics.Domain.CustomEvents;

/// <summary>What became of the events: all are on disk.</summary>
/// <param name="Counted" example="98">Now.</param>
/// <param name="Known" example="2">Before; they came again.</param>
internal sealed record RecordedEvents(int Counted, int Known);
