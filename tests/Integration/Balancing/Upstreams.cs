using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Balancing;

internal static class Upstreams
{
    /// <summary>The instances that nginx asked, the one that answered last.</summary>
    public static IReadOnlyList<string> Asked(this HttpResponseMessage response) => response.Headers.GetValues(Nginx.Upstream).Single().Split(", ");

    public static string AnsweredBy(this HttpResponseMessage response) => response.Asked()[^1];
}
