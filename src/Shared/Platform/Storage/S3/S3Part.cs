namespace SystemDesign.Platform.Storage.S3;

/// <summary>The parts that an object is sent in: each is held in memory, so that it can be signed, and sent again.</summary>
internal static class S3Part
{
    /// <summary>Above S3's least of 5 MiB.</summary>
    public const int Usual = 8 * 1024 * 1024;

    private const int MostParts = 10_000;

    /// <summary>How large each is, so that they are not too many.</summary>
    public static int SizeOf(long bytes) => checked((int)Math.Max(Usual, (bytes + MostParts - 1) / MostParts));

    /// <summary>Fills as much of a buffer as there is content for.</summary>
    public static async Task<int> FillAsync(byte[] buffer, Stream content, CancellationToken cancellationToken) =>
        await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
}
