namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>The check of PNG's chunks (ISO/IEC 15948, annex D).</summary>
internal struct Crc32()
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    private uint register = uint.MaxValue;

    public readonly uint Value => ~register;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var next in bytes)
        {
            register = Table[(byte)(register ^ next)] ^ (register >> 8);
        }
    }

    private static uint Entry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB88320 ^ (entry >> 1);
        }

        return entry;
    }
}
