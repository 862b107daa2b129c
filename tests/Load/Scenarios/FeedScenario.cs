using System.Globalization;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// Feeds on seeded data: their first page, kept and made anew, beside the same bytes from memory; a tweet on its way to everybody who follows the most
/// followed; and what push, pull and hybrid cost, each on the same people and tweets.
/// </summary>
internal sealed class FeedScenario : IScenario
{
    private const string Path = "/api/twitter/feed";

    /// <summary>Two thirds of them follow the first.</summary>
    private const int People = 150_000;

    /// <summary>They follow some twenty people each, the famous ones among them, and are none of those.</summary>
    private const int FirstReader = 101;

    private const int Readers = 100;

    /// <summary>As pages are measured when their code is compiled, pushes are.</summary>
    private const int TweetsToWarmUp = 5;

    private static readonly string[] Uncached = ["--Twitter:Feeds:CacheSeconds=0"];

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        using var temporary = new TemporaryFolder();
        var folder = host.NewDataFolder();
        await host.SeedAsync(folder, cancellationToken, "users", "--users", Text(FirstReader + Readers));
        await host.SeedAsync(folder, cancellationToken, "twitter", "--users", Text(People), "--follows", "3000000", "--tweets", "500000", "--feeds", Text(People));
        var files = temporary.Sub("files");
        await using var floor = await Floor.StartAsync(files, cancellationToken);
        return
        [
            .. await SaidAsync(ReadAsync("feed of 20, kept", host, folder, files, floor, [], length, cancellationToken)),
            .. await SaidAsync(ReadAsync("feed of 20, made anew", host, folder, files, floor, Uncached, length, cancellationToken)),
            .. await SaidAsync(PushAsync(host, folder, cancellationToken)),
            .. await SaidAsync(TurnAsync("push", host, folder, length, cancellationToken)),
            .. await SaidAsync(TurnAsync("hybrid", host, folder, length, cancellationToken)),
            .. await SaidAsync(TurnAsync("pull", host, folder, length, cancellationToken)),
            new("bytes of a line of a feed, on disk", new([0]), new([await FeedsOnDisk.BytesPerLineAsync(folder, cancellationToken)])),
        ];
    }

    private static async Task<IReadOnlyList<Row>> ReadAsync(
        string name, PublishedHost host, string folder, string files, Server floor, string[] settings, TimeSpan length, CancellationToken cancellationToken)
    {
        await Progress.SayAsync($"  {name}");
        await using var ours = await host.StartAsync(["--Data:Path", folder, .. settings], cancellationToken);
        var tokens = await SignInAsync(ours, cancellationToken);
        await KeepPageAsync(ours, tokens[0], files, cancellationToken);
        var rounds = await LoadRounds.RunAsync(
            length,
            time => Crowd.VisitAsync(floor, $"{Floor.Memory}/page", time, cancellationToken),
            async time => await ReadAsync(ours, await SignInAsync(ours, cancellationToken), time, cancellationToken));
        return Throughput.Compare(name, rounds[0], rounds[1]);
    }

    /// <summary>A moment before: while the floor was asked, nobody came, and what is kept for seconds was kept no more.</summary>
    private static async Task<Throughput> ReadAsync(Server ours, IReadOnlyList<string> tokens, TimeSpan time, CancellationToken cancellationToken)
    {
        await Crowd.ReadAsEachAsync(ours, Path, tokens, TimeSpan.FromSeconds(2), cancellationToken);
        return await Crowd.ReadAsEachAsync(ours, Path, tokens, time, cancellationToken);
    }

    private static async Task<IReadOnlyList<Row>> PushAsync(PublishedHost host, string folder, CancellationToken cancellationToken)
    {
        await Progress.SayAsync("  a tweet to 100,000 followers");
        var disk = host.NewDataFolder();
        await using var ours = await host.StartAsync(FeedKnob.Settings(folder), cancellationToken);
        await FeedKnob.TurnAsync(ours, "push", cancellationToken);
        var (followers, lines) = await FeedsOnDisk.ReadAsync(folder, cancellationToken);
        await Progress.SayAsync("  warm-up");
        for (var tweet = 0; tweet < TweetsToWarmUp; tweet++)
        {
            await FanOut.MeasureAsync(ours, folder, cancellationToken);
        }

        var rounds = await Rounds.RunAsync(
            () => Task.FromResult(new FanOut(0, Disk.Drive(disk, TimeSpan.FromSeconds(1)).P99.TotalMilliseconds)),
            () => FanOut.MeasureAsync(ours, folder, cancellationToken));
        var name = string.Create(CultureInfo.InvariantCulture, $"a tweet to {followers:N0} followers on {lines:N0} lines");
        return
        [
            new($"{name}: until all have it, s", new(rounds[0].Select(round => round.Seconds)), new(rounds[1].Select(round => round.Seconds))),
            new($"{name}: p99 of other tweets meanwhile, ms, beside a page with an fsync", new(rounds[0].Select(round => round.P99)), new(rounds[1].Select(round => round.P99))),
        ];
    }

    private static async Task<IReadOnlyList<Row>> TurnAsync(string strategy, PublishedHost host, string folder, TimeSpan length, CancellationToken cancellationToken)
    {
        await Progress.SayAsync($"  {strategy}");
        await using var ours = await host.StartAsync(FeedKnob.Settings(folder, Uncached), cancellationToken);
        await FeedKnob.TurnAsync(ours, strategy, cancellationToken);
        var rounds = await LoadRounds.RunAsync(
            length, async time => await Crowd.ReadAsEachAsync(ours, Path, await SignInAsync(ours, cancellationToken), time, cancellationToken));
        var none = new[] { new Throughput(0, TimeSpan.Zero, TimeSpan.Zero) };
        return
        [
            .. Throughput.Compare($"{strategy}: feed of 20, made anew", none, rounds[0]),
            new($"{strategy}: lines written for a tweet", new([0]), new([await FeedsOnDisk.LinesPerTweetAsync(folder, strategy, cancellationToken)])),
        ];
    }

    /// <summary>What was measured is known, though something behind it fails: seeding takes minutes.</summary>
    private static async Task<IReadOnlyList<Row>> SaidAsync(Task<IReadOnlyList<Row>> measured)
    {
        var rows = await measured;
        foreach (var row in rows)
        {
            await Progress.SayAsync($"    {row.Measure}: {row.Floor}, {row.Ours}");
        }

        return rows;
    }

    private static async Task<IReadOnlyList<string>> SignInAsync(Server server, CancellationToken cancellationToken) =>
        await Task.WhenAll(Enumerable.Range(FirstReader, Readers).Select(number => User.Seeded(server.Client, number).AskForTokenAsync(cancellationToken)));

    /// <summary>The floor serves the bytes of this very page.</summary>
    private static async Task KeepPageAsync(Server ours, string token, string files, CancellationToken cancellationToken)
    {
        ours.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var page = await ours.Client.GetByteArrayAsync(new Uri(Path, UriKind.Relative), cancellationToken);
        await File.WriteAllBytesAsync(System.IO.Path.Combine(files, "page"), page, cancellationToken);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
