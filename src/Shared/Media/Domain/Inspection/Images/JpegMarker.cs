namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>The codes that follow 0xFF in a JPEG file: ITU-T T.81, table B.1.</summary>
internal static class JpegMarker
{
    public const byte App0 = 0xE0;
    public const byte App1 = 0xE1;
    public const byte App2 = 0xE2;
    public const byte App14 = 0xEE;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;

    /// <summary>The only tables that a decoder needs: of quantisation, of codes of either kind, and how often a scan restarts.</summary>
    public static bool IsTable(byte marker) => marker is 0xDB or 0xC4 or 0xCC or 0xDD;

    /// <summary>The head of the picture, whatever its coding; not that of a hierarchical one, which has several.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xC3 or >= 0xC9 and <= 0xCB;

    public static bool IsRestart(byte marker) => marker is >= 0xD0 and <= 0xD7;

    /// <summary>What programs and cameras have to say.</summary>
    public static bool IsApplicationOrComment(byte marker) => marker is >= 0xE0 and <= 0xEF or 0xFE;
}
