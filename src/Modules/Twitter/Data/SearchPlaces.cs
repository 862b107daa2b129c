using System.Buffers.Binary;

namespace SystemDesign.Twitter.Data;

/// <summary>The first 63 bits of a UUIDv7 that tell it from others: its milliseconds, and fifteen of its random bits.</summary>
internal static class SearchPlaces
{
    public static long Of(Guid tweetId)
    {
        Span<byte> bytes = stackalloc byte[16];
        tweetId.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
        var drawn = ((bytes[6] & 0xF) << 8) | bytes[7];
        return (milliseconds << 15) | ((long)drawn << 3) | (long)((bytes[8] & 0x3F) >> 3);
    }
}
