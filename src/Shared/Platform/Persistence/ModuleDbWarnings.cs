using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SystemDesign.Platform.Persistence;

internal static class ModuleDbWarnings
{
    /// <summary>Migrations are written by hand and there is no snapshot to compare with: a test compares the schemas instead.</summary>
    public static WarningsConfigurationBuilder IgnoreWhatIsMeant(this WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.NoEntityTypeConfigurationsWarning);
}
