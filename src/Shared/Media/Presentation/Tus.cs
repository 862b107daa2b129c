using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SystemDesign.Media.Presentation;

/// <summary>What all routes of tus have in common: they say the version, and are told it.</summary>
internal sealed class Tus : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // On starting, since the error handler empties the headers before it writes its answer.
        context.HttpContext.Response.OnStarting(Answer, context.HttpContext);
        return context.HttpContext.Request.Headers[TusHeaders.Resumable] == TusHeaders.Protocol ? await next(context) : Refuse(context.HttpContext.Response);
    }

    private static Task Answer(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        headers[TusHeaders.Resumable] = TusHeaders.Protocol;
        headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static ProblemHttpResult Refuse(HttpResponse response)
    {
        response.Headers[TusHeaders.Version] = TusHeaders.Protocol;
        return MediaProblems.Of(
            StatusCodes.Status412PreconditionFailed, "media.tus-version", $"Say {TusHeaders.Resumable}: {TusHeaders.Protocol}; no other version is spoken here.");
    }
}
