using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>A mail server of the tests: SMTP (RFC 5321) over real sockets, which can fail in the ways in which servers do.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    /// <summary>As long as can be, so that only what takes for ever takes too long.</summary>
    public const int TimeoutSeconds = 30;

    private const string Taking = "250 taken";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<ReceivedMail> taken = new();
    private readonly SemaphoreSlim leftWaiting = new(0);
    private readonly Task listening;
    private TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;

    public SmtpServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listening = ListenAsync();
    }

    public int Port { get; }

    public string Name => string.Create(CultureInfo.InvariantCulture, $"smtp:127.0.0.1:{Port}");

    /// <summary>What was taken, whether or not the client heard of it.</summary>
    public IReadOnlyList<ReceivedMail> Taken => [.. taken];

    /// <summary>How many clients came.</summary>
    public int Connections { get; private set; }

    /// <summary>What it answers to a command, by its first word, instead of what is usual; nothing: the usual. <c>.</c> is the end of a message.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>How many messages more it takes and then breaks the connection off, without an answer.</summary>
    public int BreakOff { get; set; }

    /// <summary>Whether it never answers the end of a message.</summary>
    public bool IsSlow { get; set; }

    /// <summary>How many clients wait for an answer that does not come.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    public IReadOnlyList<(string Key, string Value)> SettingsAs(int number) =>
    [
        ($"Notifications:Mail:Servers:{number}:Host", "127.0.0.1"),
        ($"Notifications:Mail:Servers:{number}:Port", Port.ToString(CultureInfo.InvariantCulture)),
        ($"Notifications:Mail:Servers:{number}:StartTls", "false"),
        ($"Notifications:Mail:Servers:{number}:TimeoutSeconds", TimeoutSeconds.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>To those who wait; whoever comes later waits if it still is slow.</summary>
    public void AnswerAfterAll() => Interlocked.Exchange(ref answer, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Ends when it has left one client more waiting.</summary>
    public Task HasLeftWaitingAsync() => leftWaiting.WaitAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        closing.Dispose();
        leftWaiting.Dispose();
    }

    /// <summary>From now on nobody is there.</summary>
    public async Task StopAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await listening;
    }

    private async Task ListenAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                Connections++;
                sessions.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var session = client;
        try
        {
            await ConverseAsync(session.GetStream());
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client has gone, or the server goes.
        }
    }

    private async Task ConverseAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var recipients = new List<string>();
        await SayAsync(stream, Answer("CONNECT") ?? "220 tests");
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            var answer = Answer(verb) ?? (verb switch
            {
                "EHLO" => "250-tests\r\n250 SIZE 1000000",
                "HELO" or "MAIL" or "RCPT" or "RSET" or "NOOP" => "250 ok",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "502 no such command",
            });
            if (verb == "RCPT" && answer[0] == '2')
            {
                recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
            }

            await SayAsync(stream, answer);
            if (verb == "QUIT" || (verb == "DATA" && answer[0] == '3' && !await TakeAsync(stream, reader, recipients)))
            {
                return;
            }
        }
    }

    /// <returns>Whether the conversation goes on.</returns>
    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader, List<string> recipients)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            if (line == ".")
            {
                return await AnswerEndAsync(stream, reader, new([.. recipients], [.. lines]));
            }

            lines.Add(line.StartsWith('.') ? line[1..] : line);
        }

        return false;
    }

    private async Task<bool> AnswerEndAsync(NetworkStream stream, StreamReader reader, ReceivedMail mail)
    {
        if (Answer(".") is { } refusal)
        {
            await SayAsync(stream, refusal);
            return true;
        }

        taken.Enqueue(mail);
        if (BreakOff > 0)
        {
            BreakOff--;
            return false;
        }

        if (IsSlow)
        {
            await LeaveWaitingAsync(stream, reader);
            return false;
        }

        await SayAsync(stream, Taking);
        return true;
    }

    /// <summary>Until the client goes, or is answered after all.</summary>
    private async Task LeaveWaitingAsync(NetworkStream stream, StreamReader reader)
    {
        var answered = answer.Task;
        Interlocked.Increment(ref waiting);
        leftWaiting.Release();
        await Task.WhenAny(answered, reader.ReadLineAsync(closing.Token).AsTask());
        Interlocked.Decrement(ref waiting);
        if (answered.IsCompleted)
        {
            await SayAsync(stream, Taking);
        }
    }

    private async Task SayAsync(NetworkStream stream, string answer) => await stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer}\r\n"), closing.Token);
}
