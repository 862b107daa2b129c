namespace SystemDesign.Tests.Architecture.Rules.Bans;

internal static class Banned
{
    /// <summary>Events go through the outbox, so that they are neither lost nor early.</summary>
    public static IRule Publishing { get; } = new NobodyCalls(use =>
        use.Method.Name == "Publish" && use.DeclaringType.StartsWith("MediatR.", StringComparison.Ordinal));

    /// <summary>One unit of work around each command saves once. By name alone: any such method would be a second way.</summary>
    public static IRule Saving { get; } = new NobodyCalls(use =>
        use.Method.Name is "SaveChanges" or "SaveChangesAsync" || use.Method.Name.StartsWith("BeginTransaction", StringComparison.Ordinal));

    /// <summary>Time comes from a <see cref="TimeProvider"/>, which a test can set; ids are UUIDv7.</summary>
    public static IRule HiddenTimeAndChance { get; } = new NobodyCalls(use => (use.DeclaringType, use.Method.Name) is
        ("System.DateTime", "get_Now" or "get_UtcNow" or "get_Today")
        or ("System.DateTimeOffset", "get_Now" or "get_UtcNow")
        or ("System.Environment", "get_TickCount" or "get_TickCount64")
        or ("System.Guid", "NewGuid"));

    /// <summary>A blocked thread serves nobody. <c>GetResult</c> of an awaiter stays free: every await calls it.</summary>
    public static IRule Blocking { get; } = new NobodyCalls(use => (use.DeclaringType, use.Method.Name) is
        ("System.Threading.Thread", "Sleep")
        or ("System.Threading.Tasks.Task", "Wait" or "WaitAll" or "WaitAny")
        or ("System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1", "get_Result"));
}
