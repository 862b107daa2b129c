using SystemDesign.Kernel.Errors;

namespace SystemDesign.Kernel.Paging;

/// <summary>Which part of a list a client asks for.</summary>
public sealed record PageRequest
{
    public const int DefaultLimit = 20;

    public const int MaximumLimit = 100;

    /// <param name="cursor">Where to go on, as the page before said it; null for the first page.</param>
    /// <param name="limit">The most items to answer, 1 to <see cref="MaximumLimit"/>.</param>
    /// <exception cref="InvalidException">The limit is out of its range.</exception>
    public PageRequest(string? cursor, int limit)
    {
        Cursor = cursor;
        Limit = limit is >= 1 and <= MaximumLimit
            ? limit
            : throw new InvalidException("invalid-input", $"The limit is a whole number from 1 to {MaximumLimit}.", "limit");
    }

    public string? Cursor { get; }

    public int Limit { get; }
}
