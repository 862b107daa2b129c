using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Analytics.Data;

internal sealed class AnalyticsDb(DbContextOptions<AnalyticsDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "analytics";
}
