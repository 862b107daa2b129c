using System.Globalization;
using System.Numerics;

namespace SystemDesign.Analytics.Domain.Traffic;

/// <summary>
/// How long requests took, in 2 buckets for each doubling from 32 microseconds to 67 seconds: a percentile is off by a fifth of it at the most.
/// Two are merged by adding them up. Not safe for several at once.
/// </summary>
internal sealed class Durations
{
    private const int FirstOctave = 5;
    private const int Octaves = 21;
    private const int Buckets = 2 * Octaves;

    private readonly long[] counts = new long[Buckets];

    /// <param name="stored">As <see cref="ToString"/> had it.</param>
    public static Durations Parse(string stored)
    {
        var durations = new Durations();
        foreach (var pair in stored.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            durations.counts[int.Parse(pair.AsSpan(0, colon), CultureInfo.InvariantCulture)] += long.Parse(pair.AsSpan(colon + 1), CultureInfo.InvariantCulture);
        }

        return durations;
    }

    public void Add(TimeSpan took) => counts[BucketOf((long)took.TotalMicroseconds)]++;

    public void Add(Durations others)
    {
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            counts[bucket] += others.counts[bucket];
        }
    }

    /// <summary>In milliseconds, taken evenly within its bucket.</summary>
    /// <param name="share">0.5 for the median.</param>
    /// <returns>Nothing if nothing was measured.</returns>
    public double? Percentile(double share)
    {
        var wanted = counts.Sum() * share;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            if (counts[bucket] > 0 && wanted <= counts[bucket])
            {
                var (from, to) = (EdgeOf(bucket), EdgeOf(bucket + 1));
                return Math.Round((from + ((to - from) * wanted / counts[bucket])) / 1_000, 3);
            }

            wanted -= counts[bucket];
        }

        return null;
    }

    /// <summary>The buckets that are not empty, such as <c>12:4 13:9</c>.</summary>
    public override string ToString() => string.Join(' ', counts.Index().Where(bucket => bucket.Item > 0).Select(bucket => $"{bucket.Index}:{bucket.Item}"));

    private static int BucketOf(long microseconds)
    {
        if (microseconds < 1 << FirstOctave)
        {
            return 0;
        }

        var octave = BitOperations.Log2((ulong)microseconds);
        var half = (int)(microseconds >> (octave - 1)) & 1;
        return Math.Min((2 * (octave - FirstOctave)) + half, Buckets - 1);
    }

    /// <summary>In microseconds.</summary>
    private static double EdgeOf(int bucket) => bucket == 0 ? 0 : (1L << (FirstOctave + (bucket / 2))) * (1 + (0.5 * (bucket % 2)));
}
