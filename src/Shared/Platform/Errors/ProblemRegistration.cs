using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Editing;
using SystemDesign.Platform.Security;

namespace SystemDesign.Platform.Errors;

internal static class ProblemRegistration
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<ProblemHandler>();
        services.AddSingleton<ForeseenProblems>();
        services.AddSingleton<IProblems>(provider => provider.GetRequiredService<ForeseenProblems>());

        // What is foreseen is an answer and no incident; everything else goes into the log with its stack.
        services.Configure<ExceptionHandlerOptions>(options =>
            options.SuppressDiagnosticsCallback = context => Problems.IsForeseen(context.Exception, context.HttpContext.RequestAborted));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);

        // Otherwise a body that does not parse is answered without a word on what is wrong with it.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>Every answer of 400 and above, whoever makes it, has a code and the trace that its log lines carry.</summary>
    private static void Complete(ProblemDetailsContext context)
    {
        context.ProblemDetails.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
        EndedSessionRefusal.Explain(context);
        context.ProblemDetails.Extensions.TryAdd("code", ProblemCodes.Of(context.ProblemDetails.Status));
        if (context.ProblemDetails.Status is StatusCodes.Status415UnsupportedMediaType && HttpMethods.IsPatch(context.HttpContext.Request.Method))
        {
            // A route that takes something else has said so.
            context.HttpContext.Response.Headers.TryAdd("Accept-Patch", MergePatch.MediaTypes);
        }
    }
}
