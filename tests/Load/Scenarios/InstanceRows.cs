using SystemDesign.Tests.Load.Figures;

namespace SystemDesign.Tests.Load.Scenarios;

internal static class InstanceRows
{
    public static Row Of(string measure, int instances, Samples onSqlite, Samples onServers) =>
        new($"{measure}, {instances} on PostgreSQL and Redis, beside 1 on SQLite", onSqlite, onServers);
}
