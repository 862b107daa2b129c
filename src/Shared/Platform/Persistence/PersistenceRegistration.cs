using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Persistence.Postgres;
using SystemDesign.Platform.Persistence.Sqlite;
using SystemDesign.Platform.Settings;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Persistence;

public static class PersistenceRegistration
{
    /// <summary>A module's database: context, writer, outbox, migrations at start, and a line in <c>/health/ready</c>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="schema">Snake case; the schema's and the file's name.</param>
    /// <param name="isVital">Whether an instance that cannot reach it is not ready for requests; otherwise it is degraded.</param>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services, string schema, bool isVital = true)
        where TDb : ModuleDb
    {
        // A factory too: what lives longer than a request (a cache that loads, a worker) opens its own.
        services.AddPooledDbContextFactory<TDb>((provider, options) =>
        {
            provider.GetRequiredService<IDatabase>().Configure(options, schema);
            options.AddInterceptors(provider.GetRequiredService<QueryTelemetry>());
        });
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();
            db.Keep(provider.GetRequiredService<EventsTold>());
            return db;
        });
        services.AddSingleton(new ModuleDatabase<TDb>(schema));
        services.AddSingleton<ModuleDatabase>(provider => provider.GetRequiredService<ModuleDatabase<TDb>>());
        services.AddSweep<TDb, KeptAnswer>("idempotency-sweep", kept => kept.CreatedAt, Keeping.Lifetime);
        services.AddHealthChecks().AddCheck<DatabaseHealth<TDb>>($"database:{schema}", isVital ? HealthStatus.Unhealthy : HealthStatus.Degraded);
        services.AddOutboxOf<TDb>();
        return services;
    }

    /// <summary>Deletes the rows of a table some time after an instant that they carry, on every instance, once an hour.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">What an operator reads: kebab case.</param>
    /// <param name="since">The instant that counts; it has an index.</param>
    /// <param name="keep">How long they are kept from then on.</param>
    public static IServiceCollection AddSweep<TDb, TRow>(
        this IServiceCollection services, string name, Expression<Func<TRow, DateTimeOffset>> since, TimeSpan keep)
        where TDb : ModuleDb
        where TRow : class
    {
        services.AddSingleton(new Expiry<TDb, TRow>(name, since, keep));
        return services.AddBackgroundWork<ExpiredRows<TDb, TRow>>();
    }

    internal static void AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<PersistenceOptions>(PersistenceOptions.Section);
        services.AddSettings<DataOptions>(DataOptions.Section);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<IDataFolder>(provider => provider.GetRequiredService<DataFolder>());
        services.AddHostedService<DatabaseStart>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton(typeof(IWriter<>), typeof(Writer<>));
        services.AddSingleton(provider => new Races(provider.GetRequiredService<IDatabase>()));
        services.AddSingleton<DatabaseMetrics>();
        services.AddSingleton<DatabaseTelemetry>();
        services.AddSingleton<QueryTelemetry>();

        if (ProviderOf(configuration) is DatabaseProvider.Postgres)
        {
            services.AddSingleton<SessionLimits>();
            services.AddSingleton<PostgresDatabase>();
            services.AddSingleton<IDatabase>(provider => provider.GetRequiredService<PostgresDatabase>());
            services.AddSingleton(typeof(ITransactions<>), typeof(PostgresTransactions<>));
        }
        else
        {
            services.AddSingleton<SqliteFiles>();
            services.AddSingleton<IDatabase, SqliteDatabase>();
            services.AddSingleton(typeof(ITransactions<>), typeof(SqliteTransactions<>));
        }
    }

    internal static DatabaseProvider ProviderOf(IConfiguration configuration)
    {
        const string Key = $"{PersistenceOptions.Section}:{nameof(PersistenceOptions.Provider)}";
        return configuration[Key] is not { Length: > 0 } name ? default
            : Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) && Enum.IsDefined(provider) ? provider
            : throw new StartRefusedException($"Set {Key} to {string.Join(" or ", Enum.GetNames<DatabaseProvider>())}, not '{name}'.");
    }
}
