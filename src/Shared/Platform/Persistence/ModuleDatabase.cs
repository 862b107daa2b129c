using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Platform.Persistence;

/// <summary>A module's database, for those who look after it without knowing its tables.</summary>
/// <param name="Schema">Its name.</param>
internal abstract record ModuleDatabase(string Schema)
{
    /// <summary>A context that may change the schema; the caller disposes it.</summary>
    public abstract ModuleDb OpenOwner(IServiceProvider provider);
}

/// <inheritdoc cref="ModuleDatabase"/>
internal sealed record ModuleDatabase<TDb>(string Schema) : ModuleDatabase(Schema)
    where TDb : ModuleDb
{
    public override ModuleDb OpenOwner(IServiceProvider provider)
    {
        var options = new DbContextOptionsBuilder<TDb>();
        provider.GetRequiredService<IDatabase>().ConfigureOwner(options, Schema);
        return ActivatorUtilities.CreateInstance<TDb>(provider, options.Options);
    }
}
