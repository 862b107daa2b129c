namespace SystemDesign.Platform.Seeding;

/// <summary>One thing of which many are made.</summary>
public interface ISeedStep
{
    /// <param name="count">So many more are on disk.</param>
    void Advance(long count);
}
