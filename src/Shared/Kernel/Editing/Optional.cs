namespace SystemDesign.Kernel.Editing;

/// <summary>
/// A member of a JSON merge patch (RFC 7396): given, it is the new value; left out, nothing changes. Only where
/// <typeparamref name="T"/> is nullable can it be given as null, which clears. The default is left out.
/// </summary>
/// <typeparam name="T">The member's own type: text, number, list (replaced as a whole) or another record of optional members.</typeparam>
public readonly record struct Optional<T>
{
    private readonly T value;

    public Optional(T value)
    {
        this.value = value;
        IsGiven = true;
    }

    public bool IsGiven { get; }

    /// <returns>The new value, or else the one that is there.</returns>
    public T Or(T current) => IsGiven ? value : current;
}
