namespace SystemDesign.Platform.Design;

/// <summary>
/// A case as the study notes work one out: the questions to the interviewer, then nine steps. It is data, so that it can be
/// served, drawn and held against the code: a test fails when the two say different things.
/// </summary>
public sealed record CaseDesign
{
    /// <summary>What is asked before anything is designed (B2-28).</summary>
    public required Interview Interview { get; init; }

    /// <summary>Every item that the notes have on this case, with what meets it and what is not built yet.</summary>
    public required IReadOnlyList<NotesItem> Notes { get; init; }

    /// <summary>Step 1.</summary>
    public required IReadOnlyList<FunctionalRequirement> FunctionalRequirements { get; init; }

    /// <summary>Step 2, less the choice between consistency and availability.</summary>
    public required IReadOnlyList<NonFunctionalRequirement> NonFunctionalRequirements { get; init; }

    /// <summary>Step 2: what each operation gives up when the network parts. One for each request of the module.</summary>
    public required IReadOnlyList<ConsistencyChoice> Consistency { get; init; }

    /// <summary>Step 3.</summary>
    public required IReadOnlyList<Number> Numbers { get; init; }

    /// <summary>Step 4: one for each value of each request of the module.</summary>
    public required IReadOnlyList<InputValue> InputValues { get; init; }

    /// <summary>Step 5.</summary>
    public required IReadOnlyList<EdgeCase> EdgeCases { get; init; }

    /// <summary>Step 6.</summary>
    public required Drawing Drawing { get; init; }

    /// <summary>Step 7: one for each route of the module.</summary>
    public required IReadOnlyList<CaseEndpoint> Endpoints { get; init; }

    /// <summary>Step 8.</summary>
    public required IReadOnlyList<SecurityMeasure> Security { get; init; }

    /// <summary>Step 9.</summary>
    public required IReadOnlyList<RateLimit> RateLimits { get; init; }

    /// <summary>What was weighed, as the notes' list of pros and cons does.</summary>
    public required IReadOnlyList<TradeOff> TradeOffs { get; init; }
}
