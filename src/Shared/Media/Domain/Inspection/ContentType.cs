namespace SystemDesign.Media.Domain.Inspection;

/// <summary>What bytes are, found by looking into them, and how such a file's name ends.</summary>
/// <param name="Name">The media type, such as <c>image/jpeg</c>; text is always UTF-8.</param>
/// <param name="Ending">Without the dot.</param>
internal sealed record ContentType(string Name, string Ending)
{
    public static readonly ContentType Jpeg = new("image/jpeg", "jpg");
    public static readonly ContentType Png = new("image/png", "png");
    public static readonly ContentType WebP = new("image/webp", "webp");
    public static readonly ContentType Gif = new("image/gif", "gif");
    public static readonly ContentType Avif = new("image/avif", "avif") { KeepsMetadata = true };
    public static readonly ContentType Heic = new("image/heic", "heic") { KeepsMetadata = true };
    public static readonly ContentType Mp4 = new("video/mp4", "mp4") { KeepsMetadata = true };
    public static readonly ContentType QuickTime = new("video/quicktime", "mov") { KeepsMetadata = true };
    public static readonly ContentType Mp4Audio = new("audio/mp4", "m4a") { KeepsMetadata = true };
    public static readonly ContentType WebM = new("video/webm", "webm") { KeepsMetadata = true };
    public static readonly ContentType Matroska = new("video/x-matroska", "mkv") { KeepsMetadata = true };
    public static readonly ContentType Mp3 = new("audio/mpeg", "mp3") { KeepsMetadata = true };
    public static readonly ContentType Ogg = new("audio/ogg", "ogg") { KeepsMetadata = true };
    public static readonly ContentType Wav = new("audio/wav", "wav") { KeepsMetadata = true };
    public static readonly ContentType Pdf = new("application/pdf", "pdf") { KeepsMetadata = true };
    public static readonly ContentType Zip = new("application/zip", "zip") { KeepsMetadata = true };
    public static readonly ContentType Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx") { KeepsMetadata = true };
    public static readonly ContentType Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") { KeepsMetadata = true };
    public static readonly ContentType PowerPoint = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx") { KeepsMetadata = true };
    public static readonly ContentType Json = new("application/json", "json");

    /// <summary>
    /// All other text, among it HTML and SVG: served under their own types they would run scripts in this site's name.
    /// CSV too, since nothing in its bytes tells it from prose with commas.
    /// </summary>
    public static readonly ContentType Text = new("text/plain", "txt");

    /// <summary>Whatever else; nobody shows it.</summary>
    public static readonly ContentType Bytes = new("application/octet-stream", "bin") { KeepsMetadata = true };

    /// <summary>
    /// Whether such a file may still say where and by whom it was made: it is kept byte for byte. All types that are not so
    /// have been cleaned, or have no place for such things but their content.
    /// </summary>
    public bool KeepsMetadata { get; private init; }

    /// <summary>Whether a browser shows such a file as a picture.</summary>
    public bool IsImage => Name.StartsWith("image/", StringComparison.Ordinal);
}
