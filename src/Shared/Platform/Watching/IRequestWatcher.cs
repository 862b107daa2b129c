using Microsoft.AspNetCore.Http;

namespace SystemDesign.Platform.Watching;

/// <summary>Sees each request when it is answered. A module that wants to count them registers one.</summary>
public interface IRequestWatcher
{
    /// <summary>The request waits for this: nothing that takes time, and nothing that throws.</summary>
    /// <param name="context">Of the answered request.</param>
    /// <param name="took">From its first middleware to the end of the answer.</param>
    void Answered(HttpContext context, TimeSpan took);
}
