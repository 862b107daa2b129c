using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Platform.Errors;

/// <summary>Problem details for each kind of failure.</summary>
internal static class Problems
{
    /// <param name="exception">What went wrong.</param>
    /// <param name="aborted">Whether the client is still there.</param>
    public static ProblemDetails Of(Exception exception, CancellationToken aborted) => exception switch
    {
        ExpectedException expected => Expected(expected),
        ValidationException invalid => Invalid(invalid),
        BadHttpRequestException bad => Unreadable(bad),

        // The client went away; there is nobody to answer, and nothing is wrong here.
        OperationCanceledException when aborted.IsCancellationRequested => Bare(StatusCodes.Status499ClientClosedRequest),

        StorageAwayException => new()
        {
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = "Files cannot be reached at the moment: try again in a few seconds.",
        },

        // What went wrong is in the log under the trace id. It is ours to know, not the client's.
        _ => Bare(StatusCodes.Status500InternalServerError),
    };

    /// <summary>Nothing is wrong with the request, and the same one may succeed when what it needs is back.</summary>
    public static ProblemDetails Unavailable(TimeSpan wait) => new()
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        Detail = $"The database cannot be used at the moment: try again in {wait.TotalSeconds} s.",
    };

    public static bool IsForeseen(Exception exception, CancellationToken aborted) =>
        Of(exception, aborted).Status is not StatusCodes.Status500InternalServerError;

    private static ProblemDetails Expected(ExpectedException expected)
    {
        var problem = Problem(StatusOf(expected), expected.Code, expected.Message);
        return expected.Field is null ? problem : WithErrors(problem, new() { [expected.Field] = [expected.Message] });
    }

    private static int StatusOf(ExpectedException expected) => expected switch
    {
        InvalidException => StatusCodes.Status400BadRequest,
        UnauthenticatedException => StatusCodes.Status401Unauthorized,
        NotFoundException => StatusCodes.Status404NotFound,
        ConflictException => StatusCodes.Status409Conflict,
        GoneException => StatusCodes.Status410Gone,
        PreconditionFailedException => StatusCodes.Status412PreconditionFailed,
        TooLargeException => StatusCodes.Status413PayloadTooLarge,
        UnprocessableException => StatusCodes.Status422UnprocessableEntity,
        LockedException => StatusCodes.Status423Locked,
        TooManyException => StatusCodes.Status429TooManyRequests,
        ExhaustedException => StatusCodes.Status507InsufficientStorage,
        _ => throw new InvalidOperationException($"{expected.GetType()} has no status; give it one here."),
    };

    private static ProblemDetails Invalid(ValidationException invalid) => WithErrors(
        Problem(StatusCodes.Status400BadRequest, ProblemCodes.InvalidInput, "Some of the values are not acceptable; errors says which and why."),
        invalid.Errors
            .GroupBy(error => CamelCase(error.PropertyName))
            .ToDictionary(field => field.Key, field => field.Select(error => error.ErrorMessage).Distinct().ToArray()));

    private static ProblemDetails Unreadable(BadHttpRequestException bad)
    {
        // The framework's own messages name .NET types and parameters, which say nothing to a client.
        var (field, detail) = bad switch
        {
            { InnerException: JsonException json } => (JsonProblem.FieldOf(json), JsonProblem.Explain(json)),
            { StatusCode: StatusCodes.Status413PayloadTooLarge } => (JsonProblem.WholeBody, "The body is larger than this route takes."),
            _ when bad.Message.Contains("body", StringComparison.Ordinal) => (JsonProblem.WholeBody, "A JSON object is expected as the body."),
            _ => (null, "The request cannot be read."),
        };
        var problem = Problem(bad.StatusCode, ProblemCodes.Of(bad.StatusCode), detail);
        return field is null ? problem : WithErrors(problem, new() { [field] = [detail] });
    }

    private static ProblemDetails Bare(int status) => new() { Status = status };

    private static ProblemDetails Problem(int status, string code, string detail) =>
        new() { Status = status, Detail = detail, Extensions = { ["code"] = code } };

    private static ProblemDetails WithErrors(ProblemDetails problem, Dictionary<string, string[]> errors)
    {
        problem.Extensions["errors"] = errors;
        return problem;
    }

    private static string CamelCase(string propertyPath) =>
        string.Join('.', propertyPath.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
