namespace SystemDesign.Platform.Design;

/// <summary>The cases that state their design.</summary>
/// <param name="Items">In the host's order.</param>
/// <param name="Next">Always null: a list of cases is one page.</param>
internal sealed record DesignList(IReadOnlyList<DesignSummary> Items, string? Next);
