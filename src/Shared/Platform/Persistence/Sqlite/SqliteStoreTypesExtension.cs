using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>Puts <see cref="SqliteStoreTypes"/> among EF Core's own services, which is where mappings are looked up.</summary>
internal sealed class SqliteStoreTypesExtension : IDbContextOptionsExtension
{
    public SqliteStoreTypesExtension() => Info = new Description(this);

    public DbContextOptionsExtensionInfo Info { get; }

    public void ApplyServices(IServiceCollection services) =>
        new EntityFrameworkRelationalServicesBuilder(services).TryAdd<IRelationalTypeMappingSourcePlugin, SqliteStoreTypes>();

    public void Validate(IDbContextOptions options)
    {
        // Nothing can be set, so nothing can be wrong.
    }

    private sealed class Description(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => string.Empty;

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is Description;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["SqliteStoreTypes"] = "1";
    }
}
