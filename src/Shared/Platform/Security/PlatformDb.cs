using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Security;

/// <summary>What the platform itself must share among processes: the keys that protect tokens, and which tokens are not good any more.</summary>
internal sealed class PlatformDb(DbContextOptions<PlatformDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "platform";

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();
}
