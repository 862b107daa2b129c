namespace SystemDesign.Platform.Persistence;

/// <summary>For background work that is in the way of others at times: requests, and handlers of events, are done again by the platform.</summary>
public sealed class Races
{
    private readonly IDatabase database;

    internal Races(IDatabase database) => this.database = database;

    /// <returns>Whether the same work, on what is there now, may succeed: two transactions waited for each other, for one.</returns>
    public bool WereLost(Exception exception) => database.IsLostRace(exception);
}
