namespace SystemDesign.Platform.Persistence;

internal enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
