using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Platform.Editing;

/// <summary><c>If-Match</c> and <c>If-None-Match</c> of a request that changes something, for its endpoint to take as a parameter.</summary>
public sealed record RequestPrecondition(Precondition Value)
{
    /// <summary>By the framework's convention for parameters that read the request themselves.</summary>
    public static ValueTask<RequestPrecondition?> BindAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        return new(new RequestPrecondition(new Precondition(
            Read(HeaderNames.IfMatch, headers.IfMatch, weak: false),
            Read(HeaderNames.IfNoneMatch, headers.IfNoneMatch, weak: true))));
    }

    /// <summary>
    /// One that cannot be read is refused: its client wants a change only under a condition, and must not have it without.
    /// RFC 9110 leaves this to the server (section 2.4).
    /// </summary>
    internal static VersionSet? Read(string name, StringValues header, bool weak) =>
        header.Count == 0 ? null
        : EntityTag.TryRead(header, weak, out var versions) ? versions
        : throw new InvalidException("invalid-input", $"{name} is * or a list of entity tags in quotes, such as \"a1\", \"b2\".", name);
}
