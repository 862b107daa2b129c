namespace SystemDesign.Twitter.Data;

/// <summary>The ends of all ids of entries, for what is pushed since ever, and for what never is.</summary>
internal static class EntryIds
{
    /// <summary>Before every entry.</summary>
    public static readonly Guid First;

    /// <summary>After every entry; one version 7 id never is.</summary>
    public static readonly Guid Last = Guid.AllBitsSet;
}
