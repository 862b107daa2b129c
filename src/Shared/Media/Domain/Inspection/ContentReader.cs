using SystemDesign.Media.Domain.Inspection.Images;

namespace SystemDesign.Media.Domain.Inspection;

/// <summary>Reads a stream forward through one buffer, so that what comes can be looked at before it is taken.</summary>
internal sealed class ContentReader(Stream stream)
{
    /// <summary>The most that can be looked at at once.</summary>
    public const int Window = 64 * 1024;

    private readonly byte[] buffer = new byte[Window];
    private int start;
    private int end;
    private bool isAtEnd;

    /// <summary>The bytes that come next: as many as asked for, at most <see cref="Window"/>, or fewer at the end. Valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(int count, CancellationToken cancellationToken)
    {
        if (start + count > buffer.Length)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        while (end - start < count && !isAtEnd)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            end += read;
            isAtEnd = read == 0;
        }

        return buffer.AsMemory(start, Math.Min(count, end - start));
    }

    /// <summary>What there is, without waiting for more than one byte; none at the end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekSomeAsync(CancellationToken cancellationToken)
    {
        await PeekAsync(1, cancellationToken);
        return buffer.AsMemory(start, end - start);
    }

    /// <summary>Passes over bytes that were looked at.</summary>
    public void Advance(int count) => start += count;

    /// <summary>The next bytes, all of them. Valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int count, CancellationToken cancellationToken)
    {
        var taken = await PeekAsync(count, cancellationToken);
        if (taken.Length < count)
        {
            throw Refusal.Truncated();
        }

        Advance(count);
        return taken;
    }

    public async Task CopyAsync(long count, ContentWriter writer, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            var some = await SomeOfAsync(count, cancellationToken);
            await writer.WriteAsync(some, cancellationToken);
            Advance(some.Length);
            count -= some.Length;
        }
    }

    public async Task SkipAsync(long count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            var some = await SomeOfAsync(count, cancellationToken);
            Advance(some.Length);
            count -= some.Length;
        }
    }

    public async Task CopyRestAsync(ContentWriter writer, CancellationToken cancellationToken)
    {
        while (await PeekSomeAsync(cancellationToken) is { Length: > 0 } some)
        {
            await writer.WriteAsync(some, cancellationToken);
            Advance(some.Length);
        }
    }

    /// <summary>What follows the end of a picture is not the picture's; it is read all the same, for the client sends it.</summary>
    public async Task SkipRestAsync(CancellationToken cancellationToken)
    {
        while (await PeekSomeAsync(cancellationToken) is { Length: > 0 } some)
        {
            Advance(some.Length);
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> SomeOfAsync(long count, CancellationToken cancellationToken)
    {
        var some = await PeekSomeAsync(cancellationToken);
        return some.IsEmpty ? throw Refusal.Truncated() : some[..(int)Math.Min(count, some.Length)];
    }
}
