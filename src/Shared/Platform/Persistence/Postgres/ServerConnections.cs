using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SystemDesign.Platform.Persistence.Postgres;

/// <summary>
/// Hands the contexts their connections. To EF Core a source of connections among its options is a reason to keep services of its own for it
/// (npgsql/efcore.pg, issue 2720): models and queries would be compiled anew for each application of a process, of which tests have hundreds.
/// </summary>
internal sealed class ServerConnections(PostgresServer server) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(server.Connections.CreateConnection());
}
