using System.Buffers.Binary;
using System.Numerics;

namespace SystemDesign.Analytics.Domain.Distinct;

/// <summary>
/// About how many different things were seen, in 16 KiB however many they are. Each is a hash of 64 bits: the first 14 choose one of
/// 16,384 registers, which keeps the longest run of zeros that the others began with (Flajolet and others, "HyperLogLog", 2007). The
/// standard error is 1.04 / sqrt(16,384) = 0.81 %. While there are few it keeps 31 bits of each instead, which take less room and are
/// nearly exact (Heule and others, "HyperLogLog in Practice", 2013, section 5.3). Two are merged by the greater of each two registers, so that
/// what several have seen is counted once, in whatever order.
/// </summary>
internal sealed class HyperLogLog
{
    /// <summary>1.04 / sqrt(16,384).</summary>
    public const double StandardError = 0.008125;

    public const int Registers = 1 << Precision;

    /// <summary>From here on registers take no more room than the things themselves did.</summary>
    public const int MaximumSparse = Registers / sizeof(uint);

    private const int Precision = 14;
    private const int SparsePrecision = 25;
    private const int RankBits = 6;

    private const byte SparseForm = 0;
    private const byte DenseForm = 1;

    private SortedDictionary<uint, byte>? sparse = [];
    private byte[] registers = [];

    public bool IsSparse => sparse is not null;

    /// <param name="stored">As <see cref="Write"/> had it; nothing at all: none was seen.</param>
    /// <exception cref="FormatException">It is no such thing.</exception>
    public static HyperLogLog Read(ReadOnlySpan<byte> stored)
    {
        var read = new HyperLogLog();
        switch (stored)
        {
            case []:
                return read;
            case [DenseForm, .. var dense] when dense.Length == Registers:
                read.sparse = null;
                read.registers = dense.ToArray();
                return read;
            case [SparseForm, .. var entries] when entries.Length % sizeof(uint) == 0:
                for (; !entries.IsEmpty; entries = entries[sizeof(uint)..])
                {
                    var entry = BinaryPrimitives.ReadUInt32BigEndian(entries);
                    read.sparse![entry >> RankBits] = (byte)(entry & ((1 << RankBits) - 1));
                }

                return read;
            default:
                throw new FormatException("These bytes are no HyperLogLog.");
        }
    }

    /// <summary>The same bytes for the same things, in whatever order they were seen.</summary>
    public byte[] Write()
    {
        if (sparse is null)
        {
            return [DenseForm, .. registers];
        }

        var bytes = new byte[1 + (sparse.Count * sizeof(uint))];
        bytes[0] = SparseForm;
        var next = bytes.AsSpan(1);
        foreach (var (index, rank) in sparse)
        {
            BinaryPrimitives.WriteUInt32BigEndian(next, (index << RankBits) | rank);
            next = next[sizeof(uint)..];
        }

        return bytes;
    }

    /// <param name="hash">All of its bits are as good as drawn.</param>
    /// <returns>Whether that changed anything: what was seen before does not.</returns>
    public bool Add(ulong hash) => sparse is null
        ? Raise((int)(hash >> (64 - Precision)), RankOf(hash << Precision, 64 - Precision))
        : AddSparse((uint)(hash >> (64 - SparsePrecision)), RankOf(hash << SparsePrecision, 64 - SparsePrecision));

    /// <summary>Adds all that another has seen.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Merge(HyperLogLog other)
    {
        var changed = false;
        if (other.sparse is { } entries)
        {
            foreach (var (index, rank) in entries)
            {
                changed |= sparse is null ? RaiseBy(index, rank) : AddSparse(index, rank);
            }

            return changed;
        }

        BecomeDense();
        for (var register = 0; register < Registers; register++)
        {
            changed |= Raise(register, other.registers[register]);
        }

        return changed;
    }

    /// <summary>
    /// While there are few: linear counting over the 2^25 places. Else the estimator of Ertl, "New cardinality estimation algorithms for
    /// HyperLogLog sketches" (2017), algorithm 6, which needs no tables against bias between few and many.
    /// </summary>
    public long Estimate()
    {
        if (sparse is not null)
        {
            const double Places = 1 << SparsePrecision;
            return (long)Math.Round(Places * Math.Log(Places / (Places - sparse.Count)));
        }

        const int MaximumRank = 64 - Precision + 1;
        var counts = new int[MaximumRank + 1];
        foreach (var rank in registers)
        {
            counts[rank]++;
        }

        var sum = Registers * Tau(1 - (counts[MaximumRank] / (double)Registers));
        for (var rank = MaximumRank - 1; rank >= 1; rank--)
        {
            sum = 0.5 * (sum + counts[rank]);
        }

        sum += Registers * Sigma(counts[0] / (double)Registers);
        return (long)Math.Round(Registers / (2 * Math.Log(2)) * Registers / sum);
    }

    /// <summary>The same, with registers.</summary>
    internal HyperLogLog Dense()
    {
        var dense = Read(Write());
        dense.BecomeDense();
        return dense;
    }

    private static byte RankOf(ulong bits, int width) => (byte)Math.Min(BitOperations.LeadingZeroCount(bits) + 1, width + 1);

    private bool AddSparse(uint index, byte rank)
    {
        if (sparse!.TryGetValue(index, out var known) && known >= rank)
        {
            return false;
        }

        sparse[index] = rank;
        if (sparse.Count > MaximumSparse)
        {
            BecomeDense();
        }

        return true;
    }

    private void BecomeDense()
    {
        if (sparse is { } entries)
        {
            sparse = null;
            registers = new byte[Registers];
            foreach (var (index, rank) in entries)
            {
                RaiseBy(index, rank);
            }
        }
    }

    /// <summary>The first 14 of the 25 bits are the register. If the other 11 are not all zeros, the run ends among them.</summary>
    private bool RaiseBy(uint index, byte rank)
    {
        const int Further = SparsePrecision - Precision;
        var further = index & ((1u << Further) - 1);
        return Raise((int)(index >> Further), further == 0 ? (byte)(Further + rank) : (byte)(BitOperations.LeadingZeroCount(further) - (32 - Further) + 1));
    }

    private bool Raise(int register, byte rank)
    {
        if (registers[register] >= rank)
        {
            return false;
        }

        registers[register] = rank;
        return true;
    }

    private static double Sigma(double x)
    {
        if (x >= 1)
        {
            return double.PositiveInfinity;
        }

        var (power, sum, before) = (1.0, x, double.NaN);
        while (!sum.Equals(before))
        {
            x *= x;
            before = sum;
            sum += x * power;
            power += power;
        }

        return sum;
    }

    private static double Tau(double x)
    {
        if (x is <= 0 or >= 1)
        {
            return 0;
        }

        var (power, sum, before) = (1.0, 1 - x, double.NaN);
        while (!sum.Equals(before))
        {
            x = Math.Sqrt(x);
            before = sum;
            power *= 0.5;
            sum -= (1 - x) * (1 - x) * power;
        }

        return sum / 3;
    }
}
