using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Users.Data;

internal sealed class UsersDb(DbContextOptions<UsersDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "users";

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<Session> Sessions => Set<Session>();
}
