namespace SystemDesign.Platform.Seeding;

/// <summary>Shows how far it is.</summary>
public interface ISeedProgress
{
    /// <param name="kind">Of what; plural.</param>
    /// <param name="count">How many there will be.</param>
    ISeedStep Begin(string kind, long count);
}
