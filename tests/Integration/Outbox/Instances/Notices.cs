using System.Threading.Channels;
using Npgsql;

namespace SystemDesign.Tests.Integration.Outbox.Instances;

/// <summary>What is notified on a channel of a database, from now on.</summary>
internal sealed class Notices : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource end = new();
    private readonly Channel<string> unread = Channel.CreateUnbounded<string>();
    private readonly NpgsqlConnection connection;
    private readonly Task listening;

    private Notices(NpgsqlConnection connection)
    {
        this.connection = connection;
        connection.Notification += (_, notice) => unread.Writer.TryWrite(notice.Payload);
        listening = ListenAsync();
    }

    public static async Task<Notices> OnAsync(string connectionString, string channel)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"LISTEN {channel}", connection);
        await command.ExecuteNonQueryAsync();
        return new(connection);
    }

    public async Task<string> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await unread.Reader.ReadAsync(patience.Token);
    }

    public async Task UntilAsync(string payload)
    {
        while (await NextAsync() != payload)
        {
            // Somebody else's.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await listening;
        await connection.DisposeAsync();
        end.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                await connection.WaitAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            unread.Writer.Complete();
        }
    }
}
