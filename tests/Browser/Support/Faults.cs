using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SystemDesign.Tests.Browser.Support;

/// <summary>What a page must not do, whatever is done on it: fail, break its Content-Security-Policy, or ask anything of other origins.</summary>
internal sealed partial class Faults
{
    private readonly ConcurrentQueue<string> seen = [];

    public IEnumerable<string> Seen => seen;

    public static Faults Of(IPage page, string origin)
    {
        var faults = new Faults();
        page.PageError += (_, error) => faults.seen.Enqueue($"Script failed: {error}");
        page.Console += (_, message) => faults.Hear(message);
        page.Request += (_, request) => faults.Check(request, origin);
        return faults;
    }

    /// <summary>Chromium says of each violation of a policy that it is an error.</summary>
    private void Hear(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !Unanswered().IsMatch(message.Text))
        {
            seen.Enqueue($"Console: {message.Text}");
        }
    }

    private void Check(IRequest request, string origin)
    {
        if (!request.Url.StartsWith($"{origin}/", StringComparison.Ordinal))
        {
            seen.Enqueue($"Left the origin: {request.Url}");
        }
    }

    /// <summary>That a query was refused, or never arrived, Chromium says too; a test may want it so.</summary>
    [GeneratedRegex("^Failed to load resource: (the server responded with a status of (400|401)|net::ERR_FAILED)")]
    private static partial Regex Unanswered();
}
