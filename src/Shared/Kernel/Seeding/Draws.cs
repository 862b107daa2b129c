using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SystemDesign.Kernel.Seeding;

/// <summary>
/// Values that look drawn and are the same in every run and on every machine. The framework's own may be others in its next
/// version, and a logarithm or a power may end in another digit on another processor; so these are whole numbers (SplitMix64, by
/// Steele, Lea and Flood, OOPSLA 2014) and what IEEE 754 fixes to the last digit: products, quotients and square roots.
/// </summary>
public sealed class Draws
{
    private ulong state;

    private Draws(ulong state) => this.state = state;

    /// <param name="subject">What they are for: each has draws of its own.</param>
    /// <param name="seed">Whoever wants others takes another.</param>
    /// <param name="number">Of the thing that is drawn: each can be drawn without those before it.</param>
    public static Draws For(string subject, long seed, long number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{subject}:{seed}:{number}");
        return new(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
    }

    /// <returns>From 0, each as likely.</returns>
    public long Below(long count) => (long)(((UInt128)Next() * (ulong)count) >> 64);

    /// <returns>Any of them, each as likely.</returns>
    public T One<T>(IReadOnlyList<T> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return of[(int)Below(of.Count)];
    }

    /// <returns>True so many times in a hundred.</returns>
    public bool InHundred(int times) => Below(100) < times;

    /// <returns>
    /// From 0, and the lower the likelier by a power law: of a thousand, the first comes up a tenth of the time and the first eight
    /// a fifth. In figures, those below k have the cube root of k / count.
    /// </returns>
    public long LowBelow(long count)
    {
        var fraction = Fraction();
        return (long)(fraction * fraction * fraction * count);
    }

    /// <returns>Any of them, and the earlier the likelier: see <see cref="LowBelow"/>.</returns>
    public T EarlyOne<T>(IReadOnlyList<T> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return of[(int)LowBelow(of.Count)];
    }

    /// <returns>
    /// Whole numbers of a power law: k or more come up (least / k)² of the time, so that most are near the least and a few are very
    /// large. On average nearly twice the least.
    /// </returns>
    public long HeavyFrom(double least, long most) => (long)double.Min(most, least / Math.Sqrt(1 - Fraction()));

    /// <returns>A UUIDv7 of that instant (RFC 9562, section 5.7).</returns>
    public Guid Id(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (instant.ToUnixTimeMilliseconds() << 16) | 0x7000 | Below(1 << 12));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Next() >> 2) | (1UL << 63));
        return new(bytes, bigEndian: true);
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 up to and without 1, as fine as a double is below 1.</summary>
    private double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));
}
