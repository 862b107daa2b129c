using SystemDesign.Kernel.Realtime;

namespace SystemDesign.Platform.Realtime;

/// <summary>
/// One device of a user. What it is sent waits in a bounded queue, which one worker at a time writes out; without anything to write there
/// is neither a queue nor a worker. Frames with a position leave in their order, each once: what does not follow the last one is read
/// from the past frames, and meanwhile what comes live is only noted.
/// </summary>
internal abstract class Connection(Channel channel, Visitor visitor, Surroundings surroundings) : IThreadPoolWorkItem
{
    public const string WebSocket = "websocket";
    public const string EventStream = "event-stream";

    /// <summary>Past frames that are read at once.</summary>
    private const int Portion = 100;

    /// <summary>For the client to take what is on its way, and to close too.</summary>
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly Lock access = new();

    /// <summary>Nothing when there is nothing in it.</summary>
    private Queue<OutgoingFrame>? queue;
    private int queuedBytes;

    /// <summary>Of the last frame that was written or is in the queue.</summary>
    private long position;

    /// <summary>Of the last frame that is known to be there.</summary>
    private long known;

    private bool isStarted;
    private bool isBehind;
    private bool isWriting;
    private Ending? ending;
    private DateTimeOffset endIsOver;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static IReadOnlyList<string> Transports { get; } = [WebSocket, EventStream];

    public abstract string Transport { get; }

    public Channel Channel => channel;

    public Guid UserId => visitor.UserId;

    public Guid SessionId => visitor.SessionId;

    protected bool IsEnding => ending is not null;

    /// <summary>Ends when nothing is written any more.</summary>
    protected Task Ended => ended.Task;

    protected Surroundings Surroundings => surroundings;

    /// <summary>Whoever called this before gets what is written from now on, and nothing twice.</summary>
    /// <param name="cursor">The last position that the client has; nothing if it wants what is new only.</param>
    /// <param name="last">The last position that there is, read after the connection was added to the channel.</param>
    public void Start(long? cursor, long last)
    {
        // A cursor beyond the last is of another time, such as before a backup was restored: what comes then would be taken for old.
        var from = Math.Min(cursor ?? last, last);
        lock (access)
        {
            (position, known, isStarted) = (from, Math.Max(known, last), true);
            isBehind = known > position;
            Put(surroundings.Hello(from, visitor.ExpiresAt));
            Wake();
        }
    }

    /// <summary>A frame of this moment.</summary>
    public void Offer(OutgoingFrame frame)
    {
        lock (access)
        {
            if (ending is not null)
            {
                return;
            }

            if (frame.Position is not { } at)
            {
                OfferPassing(frame);
            }
            else if (!isStarted || isBehind || at > position + 1)
            {
                Note(at);
            }
            else if (at == position + 1)
            {
                OfferNext(frame, at);
            }

            Wake();
        }
    }

    /// <summary>What the database has may be more than what was heard of.</summary>
    public void Hear(long last)
    {
        lock (access)
        {
            if (ending is null && last > position)
            {
                Note(last);
                Wake();
            }
        }
    }

    /// <summary>The client showed another access token of the same user.</summary>
    public void Renew(Visitor renewed)
    {
        lock (access)
        {
            visitor = renewed;
        }
    }

    /// <summary>What has to be seen to now and then.</summary>
    public void Look(DateTimeOffset now)
    {
        if (ending is null && now >= visitor.ExpiresAt)
        {
            End(Ending.Expired);
        }
        else if (ending is not null && now >= endIsOver)
        {
            Abort();
        }
        else if (isStarted && ending is null)
        {
            Beat(now);
        }
    }

    /// <summary>What waits is not sent any more; the client is told why, if it can be.</summary>
    /// <returns>Ends when nothing is written any more.</returns>
    public Task End(Ending why)
    {
        lock (access)
        {
            if (ending is null)
            {
                ending = why;
                endIsOver = surroundings.Clock.GetUtcNow() + PatienceAtTheEnd;
                queue = null;
                surroundings.Metrics.Closed(this, why);
                if (isStarted)
                {
                    Wake();
                }
            }

            return ended.Task;
        }
    }

    /// <summary>Ends when the connection has, whoever ended it.</summary>
    public abstract Task StayAsync();

    /// <summary>It is nobody's any more, and what was not ended in order is ended now.</summary>
    public void Leave()
    {
        channel.Remove(this);
        if (ending is null)
        {
            Abort();
        }
    }

    /// <summary>At once, and without a word.</summary>
    public abstract void Abort();

    /// <summary>The worker.</summary>
    public void Execute() => _ = WriteAsync();

    /// <summary>An answer to something that the client sent: it waits in the queue as any.</summary>
    protected void Reply(OutgoingFrame frame)
    {
        lock (access)
        {
            if (ending is null)
            {
                OfferPassing(frame);
                Wake();
            }
        }
    }

    /// <summary>A sign of life, if it is time for one.</summary>
    protected virtual void Beat(DateTimeOffset now)
    {
    }

    protected abstract ValueTask SendAsync(OutgoingFrame frame);

    protected abstract Task CloseAsync(Ending why);

    private void Note(long at)
    {
        known = Math.Max(known, at);
        isBehind |= isStarted;
    }

    private void OfferNext(OutgoingFrame frame, long at)
    {
        if (IsFull(frame))
        {
            surroundings.Metrics.Overflow(this, "closed");
            End(Ending.Slow);
        }
        else
        {
            position = at;
            Put(frame);
        }
    }

    private void OfferPassing(OutgoingFrame frame)
    {
        if (!isStarted)
        {
            return;
        }

        if (IsFull(frame))
        {
            surroundings.Metrics.Overflow(this, "dropped");
        }
        else
        {
            Put(frame);
        }
    }

    private bool IsFull(OutgoingFrame frame) =>
        queue is { Count: > 0 } && (queue.Count >= surroundings.Options.QueueFrames || queuedBytes + frame.Size > surroundings.Options.QueueBytes);

    private void Put(OutgoingFrame frame)
    {
        (queue ??= new()).Enqueue(frame);
        queuedBytes += frame.Size;
    }

    /// <summary>In the thread pool, since it must not run in the trace, the transaction or the lock of whoever sends.</summary>
    private void Wake()
    {
        if (isStarted && !isWriting && (ending is not null || isBehind || queue is not null))
        {
            isWriting = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            Ending? why;
            while (Take(out var frame, out why))
            {
                await (frame is null ? CatchUpAsync() : WriteAsync(frame));
            }

            if (why is null)
            {
                return;
            }

            await CloseAsync(why);
        }
        catch (Exception exception)
        {
            // Whatever it is, such as a connection that was reset: nothing can be sent to this one any more.
            surroundings.Log.Lost(exception, channel.Name);
            Abort();
            _ = End(Ending.Lost);
        }

        ended.TrySetResult();
    }

    /// <param name="frame">The next one; nothing if past ones are to be read.</param>
    /// <param name="why">Why there will be none.</param>
    /// <returns>False if the worker is done: there is nothing to write, or the connection ends.</returns>
    private bool Take(out OutgoingFrame? frame, out Ending? why)
    {
        lock (access)
        {
            (frame, why) = (null, ending);
            if (ending is not null)
            {
                return false;
            }

            if (queue is null)
            {
                return isWriting = isBehind;
            }

            frame = queue.Dequeue();
            queuedBytes -= frame.Size;
            queue = queue.Count == 0 ? null : queue;
            return true;
        }
    }

    private async Task WriteAsync(OutgoingFrame frame)
    {
        await SendAsync(frame);
        surroundings.Metrics.Sent(this);
    }

    /// <summary>As fast as the client takes them: they need no queue.</summary>
    private async Task CatchUpAsync()
    {
        var at = position;
        var missed = await ReadAsync(at);
        foreach (var frame in missed.Where(frame => frame.Position > at))
        {
            if (IsEnding)
            {
                return;
            }

            await WriteAsync(OutgoingFrame.Of(frame, surroundings.Json));
            at = frame.Position!.Value;
        }

        lock (access)
        {
            // What is known and cannot be read yet is asked for again when the next frame comes, or at the next poll.
            isBehind = at > position && (missed.Count == Portion || known > at);
            position = at;
        }
    }

    private async Task<IReadOnlyList<Frame>> ReadAsync(long after)
    {
        try
        {
            return await channel.ReadAsync(visitor.UserId, after, Portion);
        }
        catch (Exception exception)
        {
            // The next frame or poll asks again; the client need not come back for that.
            surroundings.Log.Unread(exception, channel.Name);
            return [];
        }
    }
}
