namespace SystemDesign.Platform.Design;

/// <summary>The notes' "steps to follow when you do a system design", in their order and, in English, in their words.</summary>
/// <param name="FunctionalRequirements">Step 1: what it does.</param>
/// <param name="NonFunctionalRequirements">Step 2: how well, and what it gives up for it.</param>
/// <param name="Metrics">Step 3: how many and how much.</param>
/// <param name="InputValues">Step 4: what comes in.</param>
/// <param name="EdgeCases">Step 5: what may happen.</param>
/// <param name="Diagram">Step 6: boxes and arrows.</param>
/// <param name="Endpoints">Step 7: routes.</param>
/// <param name="Security">Step 8: what is done against harm.</param>
/// <param name="RateLimits">Step 9: how often.</param>
internal sealed record DesignSteps(
    DesignStep<IReadOnlyList<FunctionalRequirement>> FunctionalRequirements,
    DesignStep<Qualities> NonFunctionalRequirements,
    DesignStep<IReadOnlyList<NumberDocument>> Metrics,
    DesignStep<IReadOnlyList<InputValue>> InputValues,
    DesignStep<IReadOnlyList<EdgeCase>> EdgeCases,
    DesignStep<DiagramDocument> Diagram,
    DesignStep<IReadOnlyList<CaseEndpoint>> Endpoints,
    DesignStep<IReadOnlyList<SecurityMeasure>> Security,
    DesignStep<IReadOnlyList<RateLimit>> RateLimits)
{
    public static DesignSteps Of(CaseDesign design) => new(
        new(1, "Functional requirements", "Get the functional requirements: see the input and the output.", design.FunctionalRequirements),
        new(
            2,
            "Non-functional requirements",
            "See, for example, whether it has to comply with CAP or to be resilient.",
            new(design.NonFunctionalRequirements, design.Consistency)),
        new(3, "Metrics", "Make metrics: how many times something is going to be done.", [.. design.Numbers.Select(NumberDocument.Of)]),
        new(4, "Input values", "Go deeper into what kind of values the input is going to receive.", design.InputValues),
        new(5, "Edge cases", "See possible edge cases.", design.EdgeCases),
        new(6, "Diagram", "Design the diagram of the services.", DiagramDocument.Of(design.Drawing)),
        new(7, "Endpoints", "Design possible endpoints.", design.Endpoints),
        new(8, "Security", "Verify the security: you can serialise or sanitise each input of the user.", design.Security),
        new(
            9,
            "Rate limiting",
            "There can be rate limiting, so that each request runs at most a number of times per minute.",
            design.RateLimits));
}
