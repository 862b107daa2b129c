using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Persistence;

public sealed class SessionLimitTests
{
    [DistributedFact, Trait("Notes", "B1")]
    public async Task The_server_bears_silence_for_half_a_lease()
    {
        await using var app = new App(("Outbox:LeaseSeconds", "20"));

        Assert.Equal("10s", await SettingAsync(app, "idle_in_transaction_session_timeout"));
        Assert.Equal("10000", await SettingAsync(app, "tcp_user_timeout"));
        Assert.Equal("5", await SettingAsync(app, "tcp_keepalives_idle"));
        Assert.Equal("2", await SettingAsync(app, "tcp_keepalives_interval"));
        Assert.Equal("3", await SettingAsync(app, "tcp_keepalives_count"));
    }

    [DistributedFact, Trait("Notes", "B1")]
    public async Task What_the_operator_asks_of_the_server_counts_instead()
    {
        await using var data = MigratedData.Copy();
        var connection = $"{data.Settings["Persistence:ConnectionString"]};Options=-c idle_in_transaction_session_timeout=3min -c geqo=off";
        await using var app = new App(new AppSetup { Data = data, Settings = [("Persistence:ConnectionString", connection)] });

        Assert.Equal("3min", await SettingAsync(app, "idle_in_transaction_session_timeout"));
        Assert.Equal("off", await SettingAsync(app, "geqo"));
        Assert.Equal("15000", await SettingAsync(app, "tcp_user_timeout"));
    }

    private static async Task<string?> SettingAsync(App app, string name)
    {
        await using var command = app.Services.GetRequiredService<Platform.Persistence.Postgres.PostgresDatabase>().Server.Connections.CreateCommand($"SHOW {name}");
        return (string?)await command.ExecuteScalarAsync();
    }
}
