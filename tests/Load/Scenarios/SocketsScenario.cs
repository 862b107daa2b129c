using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// What a WebSocket costs that is open and silent: the memory of the process with all of them, less what it was before, for each. Beside it a Kestrel
/// that accepts them and does nothing else.
/// </summary>
/// <param name="count">How many are open at once.</param>
internal sealed class SocketsScenario(int count) : IScenario
{
    private const string Path = "/api/notifications/ws";

    /// <summary>More than a user may have, unless it is set so: each user's password takes the server a tenth of a second.</summary>
    private const int PerUser = 200;

    /// <summary>Beside the sockets.</summary>
    private const int OtherFiles = 500;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        OpenFiles.Require(count + OtherFiles);
        var folder = host.NewDataFolder();
        await RegisterAsync(host, folder, cancellationToken);
        var rounds = await Rounds.RunAsync(() => MeasureFloorAsync(cancellationToken), () => MeasureAsync(host, folder, cancellationToken));
        return [new($"sockets: {count:N0} idle, resident per socket, KiB", new(rounds[0]), new(rounds[1]))];
    }

    private async Task RegisterAsync(PublishedHost host, string folder, CancellationToken cancellationToken)
    {
        await using var server = await host.StartAsync(folder, cancellationToken);
        await Parallel.ForEachAsync(Users(), cancellationToken, async (user, cancellation) => await User.RegisterAsync(server.Client, user, cancellation));
    }

    private async Task<double> MeasureFloorAsync(CancellationToken cancellationToken)
    {
        await using var floor = await Floor.StartAsync(cancellationToken);
        return await MeasureAsync(floor, "/", [.. Enumerable.Repeat(string.Empty, count)], cancellationToken);
    }

    private async Task<double> MeasureAsync(PublishedHost host, string folder, CancellationToken cancellationToken)
    {
        await using var ours = await host.StartAsync(["--Data:Path", folder, "--Realtime:HeartbeatSeconds", "3600", "--Realtime:ConnectionsPerUser", $"{PerUser}"], cancellationToken);
        var tokens = new string[Users().Count()];
        await Parallel.ForEachAsync(Users(), cancellationToken, async (user, cancellation) =>
            tokens[user] = await User.TokenAsync(ours.Client, user, cancellation));
        return await MeasureAsync(ours, Path, [.. Enumerable.Range(0, count).Select(socket => tokens[socket / PerUser])], cancellationToken);
    }

    private async Task<double> MeasureAsync(Server server, string path, IReadOnlyList<string> tokens, CancellationToken cancellationToken)
    {
        using var first = new IdleSockets();
        await first.OpenAsync(server, path, [.. tokens.Take(1)], cancellationToken);
        await Task.Delay(Rest, cancellationToken);
        var before = ResidentMemory.Of(server.Process);

        using var sockets = new IdleSockets();
        await sockets.OpenAsync(server, path, [.. tokens.Skip(1)], cancellationToken);
        await Task.Delay(Rest, cancellationToken);
        return (ResidentMemory.Of(server.Process) - before) * 1_024 / (count - 1);
    }

    private IEnumerable<int> Users() => Enumerable.Range(0, (count + PerUser - 1) / PerUser);
}
