using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SystemDesign.Platform.Http;

namespace SystemDesign.Platform.Security;

/// <summary>Headers that tell a browser to do nothing with an answer that the answer does not ask for (OWASP Secure Headers).</summary>
internal static class SecurityHeaders
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Swagger's page runs its own script and sets styles inline, and nothing from elsewhere.</summary>
    private const string Swagger = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // On starting, since the error handler empties the headers before it writes its answer.
        context.Response.OnStarting(Set, context);
        return next(context);
    });

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.ContentSecurityPolicy.Count > 0)
        {
            // The answer's own: it knows what it needs.
            return Task.CompletedTask;
        }

        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(SwaggerDocuments.Path, StringComparison.Ordinal) ? Swagger : Nothing;
        return Task.CompletedTask;
    }
}
