namespace SystemDesign.Media.Domain.Delivery;

/// <summary>How the bytes of a representation are written (RFC 9110, section 8.4.1).</summary>
internal enum ContentCoding
{
    /// <summary>As they are kept.</summary>
    Identity,

    Gzip,

    Brotli,
}
