using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Persistence;

/// <summary>
/// Migrations are written by hand and for both providers, so a test holds them to the model: the schema that the
/// migrations build is, to the letter, the one that the model asks for.
/// </summary>
public sealed class SchemaTests
{
    [EmbeddedFact]
    public Task Migrations_build_what_the_models_ask_for_on_sqlite() => CompareAsync(SqliteSchema.ReadAsync);

    [DistributedFact]
    public Task Migrations_build_what_the_models_ask_for_on_postgresql() => CompareAsync(PostgresSchema.ReadAsync);

    private static async Task CompareAsync(Func<ModuleDb, Task<IReadOnlyList<string>>> readAsync)
    {
        await using var migrated = new App();
        await using var modelled = new App();
        var modules = migrated.Services.GetServices<ModuleDatabase>().ToList();
        Assert.NotEmpty(modules);

        foreach (var module in modules)
        {
            await using var fromMigrations = module.OpenOwner(migrated.Services);
            await using var fromModel = module.OpenOwner(modelled.Services);
            await RebuildFromModelAsync(fromModel);

            var expected = await readAsync(fromModel);
            var actual = await readAsync(fromMigrations);

            Assert.NotEmpty(expected);
            Assert.Equal(expected, actual);
        }
    }

    private static async Task RebuildFromModelAsync(ModuleDb db)
    {
        foreach (var table in db.Model.GetRelationalModel().Tables.Select(table => table.Name))
        {
            await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite()
                ? $"PRAGMA foreign_keys = OFF; DROP TABLE {table}"
                : $"DROP TABLE {db.Schema}.{table} CASCADE");
        }

        await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
    }
}
