using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Twitter.Data.Seeding;

/// <summary>How far each step of a seed is; kept in the transaction of what it made.</summary>
internal static class SeededSteps
{
    private const string Keep =
        "INSERT INTO {seedings} (name, position) VALUES ({0}, {1}) ON CONFLICT (name) DO UPDATE SET position = excluded.position";

    public static Task<long> PositionOfAsync(TwitterDb db, string name, CancellationToken cancellationToken) =>
        db.SeededSteps.Where(step => step.Name == name).Select(step => step.Position).SingleOrDefaultAsync(cancellationToken);

    public static void KeepOnSave(TwitterDb db, string name, long position) =>
        db.OnSave(cancellationToken => db.Database.ExecuteSqlRawAsync(db.Sql(Keep), [name, position], cancellationToken));
}
