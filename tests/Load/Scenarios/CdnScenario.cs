using System.Security.Cryptography;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>Everybody looks at one picture, a small and a large one, which the edge has; beside files of the same bytes.</summary>
internal sealed class CdnScenario : IScenario
{
    private static readonly IReadOnlyList<(string Name, int Bytes)> Pictures = [("cdn, 16 KiB", 16 * 1024), ("cdn, 256 KiB", 256 * 1024)];

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        using var temporary = new TemporaryFolder();
        var files = temporary.Sub("files");
        await using var ours = await host.StartAsync(host.NewDataFolder(), cancellationToken);
        await using var floor = await Floor.StartAsync(files, cancellationToken);
        var user = await User.RegisterAsync(ours.Client, cancellationToken);
        await user.LogInAsync(cancellationToken);

        var rows = new List<Row>();
        foreach (var (name, size) in Pictures)
        {
            var bytes = RandomNumberGenerator.GetBytes(size);
            var path = await user.UploadAsync(bytes, cancellationToken);
            await WriteAsync(files, path, bytes, cancellationToken);
            await RequireBytesAsync(floor, path, bytes, cancellationToken);
            await RequireBytesAsync(ours, path, bytes, cancellationToken);

            var rounds = await LoadRounds.RunAsync(
                length,
                time => Crowd.VisitAsync(floor, path, time, cancellationToken),
                time => Crowd.VisitAsync(ours, path, time, cancellationToken));
            rows.AddRange(Throughput.Compare(name, rounds[0], rounds[1]));
        }

        return rows;
    }

    private static async Task WriteAsync(string files, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var file = Path.Combine(files, path.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, bytes, cancellationToken);
    }

    private static async Task RequireBytesAsync(Server server, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var answer = await server.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (!answer.SequenceEqual(bytes))
        {
            throw new LoadException($"{server.AddressOf(path)} answers {answer.Length} bytes that are not the {bytes.Length} that were put there.");
        }
    }
}
