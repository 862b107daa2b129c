namespace SystemDesign.Platform.Caching.Figures;

/// <summary>A number that all threads add to at once: each processor has a cell of its own, cache lines apart from the next.</summary>
internal sealed class Counter
{
    /// <summary>128 bytes, since processors fetch lines of 64 in pairs.</summary>
    private const int Distance = 16;

    private static readonly int Cells = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount);

    private readonly long[] cells = new long[Cells * Distance];

    public long Value
    {
        get
        {
            var sum = 0L;
            for (var cell = 0; cell < cells.Length; cell += Distance)
            {
                sum += Interlocked.Read(ref cells[cell]);
            }

            return sum;
        }
    }

    public void Increment() => Interlocked.Increment(ref cells[(Thread.GetCurrentProcessorId() & (Cells - 1)) * Distance]);
}
