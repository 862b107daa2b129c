using System.Net;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>How tweets come into feeds, which an operator changes while it runs.</summary>
internal static class FeedKnob
{
    private const string Name = "load_operator";

    private const string Password = "correct horse battery";

    public static IReadOnlyList<string> Settings(string folder, params string[] further) =>
    [
        "--Data:Path", folder, $"--Users:Operator:UserName={Name}", "--Users:Operator:Email=operator@example.org", $"--Users:Operator:Password={Password}", .. further,
    ];

    public static async Task TurnAsync(Server server, string strategy, CancellationToken cancellationToken)
    {
        await User.Named(server.Client, Name, Password).LogInAsync(cancellationToken);
        using var answer = await server.Client.PutAsJsonAsync(new Uri("/api/twitter/operator/feeds/policy", UriKind.Relative), new { strategy, threshold = 10_000 }, cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.OK)
        {
            throw new LoadException($"The policy was not changed: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}
