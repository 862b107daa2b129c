namespace SystemDesign.Platform.Design;

/// <summary>A calculation with its result.</summary>
/// <param name="Name" example="code-length">Put it behind <c>/numbers/</c>, and inputs into the query, to compute it with those.</param>
/// <param name="Id" example="US-1">The item of the notes.</param>
/// <param name="Title">The question that it answers.</param>
/// <param name="Formula">In words.</param>
/// <param name="Notes">The notes' own figure, and how the exact one compares.</param>
/// <param name="Inputs">What it depends on.</param>
/// <param name="Given">The values that it was computed with, by the input's name.</param>
/// <param name="Figures">What it comes to.</param>
internal sealed record NumberDocument(
    string Name,
    string Id,
    string Title,
    string Formula,
    string Notes,
    IReadOnlyList<NumberInput> Inputs,
    IReadOnlyDictionary<string, decimal> Given,
    IReadOnlyList<Figure> Figures)
{
    public static NumberDocument Of(Number number) => Of(number, new(number.Inputs, new Dictionary<string, decimal>()));

    public static NumberDocument Of(Number number, NumberInputs inputs) => new(
        number.Name, number.Id, number.Title, number.Formula, number.Notes, number.Inputs, inputs.Values, number.Compute(inputs));
}
