using Microsoft.AspNetCore.Http.Metadata;

namespace SystemDesign.Platform.Media;

/// <summary>The largest body that a route takes, where it is not the platform's.</summary>
/// <param name="MaxRequestBodySize">In bytes.</param>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
