using System.Diagnostics;
using System.Text;

namespace SystemDesign.Tests.GraphQL.Support;

/// <summary>The reference implementation: npm's <c>graphql</c> in the folder that <c>TEST_GRAPHQL_JS</c> names, run by node.</summary>
internal static class GraphQLJs
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("TEST_GRAPHQL_JS") is { Length: > 0 } folder ? folder : null;

    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable("TEST_REQUIRE_SERVERS") == "1";

    /// <param name="mode">What conformance.mjs is to do.</param>
    /// <param name="input">JSON.</param>
    public static async Task<string> AnswerAsync(string mode, string input)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Conformance", "conformance.mjs"), Folder!, mode },
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return answer;
    }
}
