namespace SystemDesign.Users.Domain.Accounts;

/// <summary>
/// Names that look alike are one name, so that nobody passes for somebody else. The rule: neither case nor underscores count;
/// <c>0</c> is <c>o</c>; <c>1</c>, <c>i</c> and <c>l</c> are one; <c>m</c> is <c>rn</c>; <c>w</c> is <c>vv</c>. Names are compared
/// by their skeletons, as Unicode Technical Standard 39, section 4, does it; theirs are for all scripts, while ours need only tell
/// apart what a name may consist of. Digits that read as letters only by a stretch (2 as z, 5 as s, 8 as b) stay themselves: to
/// refuse <c>user5</c> for <c>users</c> would surprise more people than it protects.
/// </summary>
internal static class LookAlikes
{
    /// <summary>Twice as long as a name at most, and what older accounts that look alike carry behind it.</summary>
    public const int MaximumSkeletonLength = 100;

    /// <summary>Each character stands for something by itself, so that the order of the steps does not matter, and the rule is an equivalence.</summary>
    public static string SkeletonOf(string userName) => userName.ToUpperInvariant()
        .Replace("_", string.Empty, StringComparison.Ordinal)
        .Replace('0', 'O')
        .Replace('1', 'L')
        .Replace('I', 'L')
        .Replace("M", "RN", StringComparison.Ordinal)
        .Replace("W", "VV", StringComparison.Ordinal);
}
