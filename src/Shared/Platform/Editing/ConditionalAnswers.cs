using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Platform.Editing;

/// <summary>
/// Puts its entity tag on whatever a module answers that has a version, and on a page, whose version is its content; a page gets
/// its link too. A client that has it already is told so (304) and sent nothing. The framework makes a filter for each request.
/// </summary>
internal sealed class ConditionalAnswers(WrittenPages pages) : IEndpointFilter
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>Keep it, but ask each time whether it is still current.</summary>
    private const string CacheControl = "private, no-cache";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        return (result is INestedHttpResult nested ? nested.Result : result) switch
        {
            IValueHttpResult { Value: IVersioned versioned } => Answer(context.HttpContext, versioned.Version, result),
            IValueHttpResult { Value: IPage page } when IsRead(context.HttpContext.Request) => Answer(context.HttpContext, page),
            _ => result,
        };
    }

    private object? Answer(HttpContext http, IPage page)
    {
        var answer = pages.Of(page);
        if (page.Next is { } cursor)
        {
            http.Response.Headers.Link = NextPageLink.Of(http.Request, cursor);
        }

        return Answer(http, answer.Version, TypedResults.Text(answer.Body, JsonType));
    }

    private static object? Answer(HttpContext http, string version, object? result)
    {
        var headers = http.Response.Headers;
        headers.ETag = EntityTag.Of(version);
        if (!IsRead(http.Request))
        {
            return result;
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = CacheControl;
        }

        return IsHadBy(http.Request, version) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>In the order of RFC 9110, section 13.2.2. An <c>If-None-Match</c> that cannot be read asks nothing: a full answer is always right.</summary>
    private static bool IsHadBy(HttpRequest request, string version) =>
        RequestPrecondition.Read(HeaderNames.IfMatch, request.Headers.IfMatch, weak: false)?.Contains(version) is false
            ? throw new PreconditionFailedException()
            : EntityTag.TryRead(request.Headers.IfNoneMatch, weak: true, out var had) && had.Contains(version);
}
