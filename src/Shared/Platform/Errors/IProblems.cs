using Microsoft.AspNetCore.Mvc;

namespace SystemDesign.Platform.Errors;

/// <summary>What clients are told of failures, for whoever answers them otherwise than by a status: the same that a route answers.</summary>
public interface IProblems
{
    /// <returns>
    /// The problem with its <c>code</c>, and with <c>retryAfter</c> in seconds if there is something to wait for; nothing for what nobody foresaw,
    /// of which the client is told no more than that something went wrong.
    /// </returns>
    ProblemDetails? Find(Exception exception);
}
