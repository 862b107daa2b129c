using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Documents.Postgres;
using SystemDesign.Platform.Documents.Sqlite;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Settings;

namespace SystemDesign.Platform.Documents;

public static partial class DocumentRegistration
{
    /// <summary>
    /// A store of documents, as <see cref="DocumentStore{TDocument}"/>: its shards are prepared at start, and it has a line in
    /// <c>/health/ready</c>. How many shards, and on which servers, says section <c>Documents:{name}</c>.
    /// </summary>
    /// <typeparam name="TDocument">One store for each.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="name">Unique, in snake case; the files and schemas are called after it.</param>
    public static IServiceCollection AddDocumentStore<TDocument>(this IServiceCollection services, string name)
        where TDocument : class
    {
        if (!SnakeCase().IsMatch(name))
        {
            throw new ArgumentException($"A store's name is in snake case, and '{name}' is not.", nameof(name));
        }

        if (services.Any(service => service.ServiceType == typeof(DocumentStore<TDocument>) || name.Equals(service.ServiceKey)))
        {
            throw new ArgumentException($"There is a store {name}, or one of {typeof(TDocument).Name}, already.", nameof(name));
        }

        services.AddKeyedSingleton(name, (provider, _) =>
            new DocumentShards(name, provider.GetRequiredService<DocumentOptions>().ShardsOf(name), provider.GetRequiredService<IShards>()));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<DocumentShards>(name));
        services.AddSingleton(provider => new DocumentStore<TDocument>(
            provider.GetRequiredKeyedService<DocumentShards>(name), provider.GetRequiredService<DatabaseTelemetry>()));
        services.AddHealthChecks().Add(new(
            $"documents:{name}", provider => new DocumentHealth(provider.GetRequiredKeyedService<DocumentShards>(name)), null, null));
        return services;
    }

    internal static void AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DocumentOptions>(DocumentOptions.Section);
        services.AddSingleton<IFurtherDatabases, DocumentDatabases>();
        if (PersistenceRegistration.ProviderOf(configuration) is DatabaseProvider.Postgres)
        {
            services.AddSingleton<IShards, PostgresShards>();
        }
        else
        {
            services.AddSingleton<IShards, SqliteShards>();
        }
    }

    /// <summary>PostgreSQL cuts names off at 63 bytes.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,59}\z")]
    private static partial Regex SnakeCase();
}
