namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>A read route, as the module's document names it, and how the matrix asks it.</summary>
/// <param name="Template">Below <c>/api/twitter/</c>, with its parameters in braces.</param>
/// <param name="PathsIn">Each way to ask it that could lead to what the author wrote.</param>
internal sealed record PrivacyRoute(string Template, Func<PrivacyWorld, string[]> PathsIn)
{
    /// <summary>Who must find it there, so that a route which shows nothing to anybody does not pass for one that hides. Left out: whoever may see it.</summary>
    public Func<PrivacyCase, bool> ShowsTo { get; init; } = @case => @case.MaySee;

    /// <summary>Who must not find anything of it there. Left out: whoever may not see it.</summary>
    public Func<PrivacyCase, bool> HidesFrom { get; init; } = @case => !@case.MaySee;
}
