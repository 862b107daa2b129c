namespace SystemDesign.Media.Presentation;

/// <summary>What browsers are told of uploaded content, whoever uploaded it: it must never run in our origin.</summary>
internal static class SafeTypes
{
    /// <summary>
    /// Nothing loads, nothing runs, and it has an origin of its own (https://www.w3.org/TR/CSP3/#directive-sandbox). What a browser shows by
    /// itself, a picture or a video, needs none of it.
    /// </summary>
    public const string Inert = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>Shown where it is opened, since it can run nothing; everything else is saved.</summary>
    public static bool IsShown(string contentType) =>
        contentType is not "image/svg+xml"
        && (Begins(contentType, "image/") || Begins(contentType, "audio/") || Begins(contentType, "video/") || IsPlainText(contentType));

    /// <summary>Text, which is smaller when it is compressed. Pictures, videos and archives are compressed already.</summary>
    public static bool IsText(string contentType)
    {
        var type = contentType.AsSpan();
        var parameters = type.IndexOf(';');
        type = parameters < 0 ? type : type[..parameters].TrimEnd();
        return type.StartsWith("text/", StringComparison.Ordinal)
            || type is "application/json" or "application/javascript" or "application/xml" or "image/svg+xml"
            || type.EndsWith("+json", StringComparison.Ordinal)
            || type.EndsWith("+xml", StringComparison.Ordinal);
    }

    private static bool IsPlainText(string contentType) => contentType is "text/plain" || Begins(contentType, "text/plain;");

    private static bool Begins(string contentType, string start) => contentType.StartsWith(start, StringComparison.Ordinal);
}
