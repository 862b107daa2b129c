using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SystemDesign.UrlShortener.Domain.Codes;

/// <summary>
/// Puts the numbers below radix^length into an order that only the key knows: each leads to another one, and no two to the same.
/// It is FF1 of NIST SP 800-38G with AES, on numbers in place of strings of numerals; nothing of the order is stored.
/// </summary>
/// <remarks>
/// NIST asks for a million numbers or more, which in base 62 are lengths from 4 on. Below that the order is easier to guess; that
/// no two numbers meet holds for any.
/// </remarks>
internal sealed class FormatPreservingPermutation : IDisposable
{
    private const int BlockLength = 16;
    private const int Rounds = 10;

    private readonly Lock gate = new();

    /// <summary>Made once: to set up AES takes much longer than to encrypt a block. It and the block are one thread's at a time.</summary>
    private readonly ICryptoTransform aes;
    private readonly byte[] block = new byte[BlockLength];

    /// <summary>What is the same in each round of each number, already encrypted and chained up to the last block.</summary>
    private readonly byte[] chained;

    /// <summary>Of a half, in bytes: b of the standard.</summary>
    private readonly int halfLength;

    /// <summary>Of what is added to a half, in bytes: d of the standard.</summary>
    private readonly int addendLength;

    /// <summary>How many numbers the left and the right half can be; the right is the larger where they differ.</summary>
    private readonly ulong leftSize;
    private readonly ulong rightSize;

    /// <param name="key">128, 192 or 256 bits.</param>
    /// <param name="radix">2 to 65,536.</param>
    /// <param name="length">Digits in that radix: at least 2, since the number is cut in half, and so few that a half fits in 64 bits.</param>
    /// <param name="tweak">Public, and gives another order; may be empty.</param>
    public FormatPreservingPermutation(ReadOnlySpan<byte> key, int radix, int length, ReadOnlySpan<byte> tweak = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(radix, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radix, 1 << 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        aes = EncryptorOf(key);
        var (left, right) = (length / 2, length - (length / 2));
        (leftSize, rightSize) = (Power(radix, left), Power(radix, right));
        halfLength = (BitsFor(rightSize) + 7) / 8;
        addendLength = (4 * ((halfLength + 3) / 4)) + 4;
        chained = Chain(radix, left, length, tweak);
    }

    /// <summary>How many numbers there are: radix^length.</summary>
    public UInt128 Size => (UInt128)leftSize * rightSize;

    /// <returns>The number in that place of the order.</returns>
    public UInt128 Permute(UInt128 place)
    {
        var (left, right) = Halves(place);
        lock (gate)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var size = SizeOfChanged(round);
                (left, right) = (right, (ulong)((left + (Addend(round, right) % size)) % size));
            }
        }

        return Whole(left, right);
    }

    /// <returns>The place of a number in the order.</returns>
    public UInt128 Invert(UInt128 number)
    {
        var (left, right) = Halves(number);
        lock (gate)
        {
            for (var round = Rounds - 1; round >= 0; round--)
            {
                var size = SizeOfChanged(round);
                (left, right) = ((ulong)((right + size - (Addend(round, left) % size)) % size), left);
            }
        }

        return Whole(left, right);
    }

    public void Dispose() => aes.Dispose();

    /// <summary>Block by block: what chains them is the permutation.</summary>
    private static ICryptoTransform EncryptorOf(ReadOnlySpan<byte> key)
    {
        using var cipher = Aes.Create();
        cipher.SetKey(key);
        (cipher.Mode, cipher.Padding) = (CipherMode.ECB, PaddingMode.None);
        return cipher.CreateEncryptor();
    }

    private static ulong Power(int radix, int digits)
    {
        var power = UInt128.One;
        for (var digit = 0; digit < digits; digit++)
        {
            power *= (uint)radix;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(power, (UInt128)ulong.MaxValue, nameof(digits));
        }

        return (ulong)power;
    }

    private static int BitsFor(ulong size) => (int)ulong.Log2(size - 1) + 1;

    /// <summary>Rounds take turns: an even one changes what began as the left half.</summary>
    private UInt128 SizeOfChanged(int round) => int.IsEvenInteger(round) ? leftSize : rightSize;

    private (ulong Left, ulong Right) Halves(UInt128 number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Size);
        var (left, right) = UInt128.DivRem(number, rightSize);
        return ((ulong)left, (ulong)right);
    }

    private UInt128 Whole(ulong left, ulong right) => ((UInt128)left * rightSize) + right;

    /// <summary>What a round adds to one half, computed from the other: one block of AES.</summary>
    private UInt128 Addend(int round, ulong half)
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        chained.CopyTo(block.AsSpan());
        block[^(halfLength + 1)] ^= (byte)round;
        BinaryPrimitives.WriteUInt64BigEndian(number, half);
        for (var index = 1; index <= halfLength; index++)
        {
            block[^index] ^= number[^index];
        }

        aes.TransformBlock(block, 0, BlockLength, block, 0);
        return BinaryPrimitives.ReadUInt128BigEndian(block) >> (8 * (BlockLength - addendLength));
    }

    /// <summary>
    /// P and the beginning of Q (SP 800-38G, algorithm 7, steps 5 and 6.i), through the CBC-MAC of step 6.ii. Round and half
    /// stand at the end of Q, and are together shorter than a block, so all but the last block is done once and for all.
    /// </summary>
    private byte[] Chain(int radix, int left, int length, ReadOnlySpan<byte> tweak)
    {
        Span<byte> text = new byte[BlockLength * (2 + ((tweak.Length + halfLength) / BlockLength))];
        text[0] = 1;
        text[1] = 2;
        BinaryPrimitives.WriteInt32BigEndian(text[2..], radix);
        text[2] = 1;
        text[6] = Rounds;
        text[7] = (byte)left;
        BinaryPrimitives.WriteInt32BigEndian(text[8..], length);
        BinaryPrimitives.WriteInt32BigEndian(text[12..], tweak.Length);
        tweak.CopyTo(text[BlockLength..]);

        var mac = new byte[BlockLength];
        for (var start = 0; start < text.Length; start += BlockLength)
        {
            for (var index = 0; index < BlockLength; index++)
            {
                mac[index] ^= text[start + index];
            }

            if (start < text.Length - BlockLength)
            {
                aes.TransformBlock(mac, 0, BlockLength, mac, 0);
            }
        }

        return mac;
    }
}
