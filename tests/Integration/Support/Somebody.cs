namespace SystemDesign.Tests.Integration.Support;

/// <summary>What a person types to register.</summary>
internal sealed record Somebody(string UserName, string Email, string Password, string DisplayName)
{
    private static int count;

    public static Somebody Operator { get; } = new("operator", "operator@example.org", "a password to operate", "operator");

    /// <summary>Nobody registered as this one before.</summary>
    public static Somebody New()
    {
        var name = $"user_{Interlocked.Increment(ref count)}";
        return new(name, $"{name}@example.org", "correct horse battery", $"Person {name}");
    }
}
