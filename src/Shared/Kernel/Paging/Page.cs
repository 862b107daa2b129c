namespace SystemDesign.Kernel.Paging;

/// <summary>A part of a list, in the list's order.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next" example="AW2S8PjXIbYIWyIwMTkzYjBhNC03YzFlLTdhNTItOWQzYi0xZjZmNmYwYjJjMTEiXQ">The <c>cursor</c> of the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IPage
{
    public Page<TShown> Select<TShown>(Func<T, TShown> show) => new([.. Items.Select(show)], Next);
}
