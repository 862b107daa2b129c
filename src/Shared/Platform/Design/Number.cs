namespace SystemDesign.Platform.Design;

/// <summary>Step 3: a calculation of the notes, as a function, so that it can be done again with other inputs (B2-3).</summary>
/// <param name="Name" example="code-length">Kebab case, unique in the design; the last segment of its address.</param>
/// <param name="Id" example="US-1">The item of the notes.</param>
/// <param name="Title">The question that it answers.</param>
/// <param name="Formula">In words.</param>
/// <param name="Notes">The notes' own figure, rounded as they round it, and how the exact one compares.</param>
/// <param name="Inputs">What it depends on.</param>
/// <param name="Compute">The figures. It may ask for no other inputs than those named here.</param>
public sealed record Number(
    string Name,
    string Id,
    string Title,
    string Formula,
    string Notes,
    IReadOnlyList<NumberInput> Inputs,
    Func<NumberInputs, IReadOnlyList<Figure>> Compute);
