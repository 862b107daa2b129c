using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SystemDesign.Platform.Http;

internal static class Utf8JsonOnly
{
    /// <summary>
    /// JSON between systems is UTF-8 (RFC 8259, section 8.1). The framework would convert from other encodings, and
    /// fail with a 500 on those that it does not know.
    /// </summary>
    public static void UseUtf8JsonOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.ContentType is { } type
            && MediaTypeHeaderValue.TryParse(type, out var media)
            && media.Charset is { Length: > 0 } charset
            && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
