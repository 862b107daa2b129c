using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SystemDesign.Media.Presentation;

/// <summary>Refusals that only HTTP has a word for.</summary>
internal static class MediaProblems
{
    /// <summary>tus's own, of its extension Checksum.</summary>
    public const int Status460ChecksumMismatch = 460;

    public static ProblemHttpResult Of(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
