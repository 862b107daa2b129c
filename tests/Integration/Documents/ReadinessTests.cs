using System.Net;
using System.Text.Json;
using SystemDesign.Tests.Integration.Documents.Probe;

namespace SystemDesign.Tests.Integration.Documents;

[Trait("Notes", "B2-27")]
public sealed class ReadinessTests
{
    [Fact]
    public async Task Ready_has_a_line_for_the_store()
    {
        await using var app = new SheetApp(2);

        var (status, ready, reason) = await LineAsync(app);

        Assert.Equal((HttpStatusCode.OK, "healthy", null), (status, ready, reason));
    }

    [Fact]
    public async Task Ready_names_the_shard_that_cannot_be_used_and_recovers_with_it()
    {
        await using var app = new SheetApp(3);
        var broken = app.Inside(1);
        await broken.ExecuteAsync($"ALTER TABLE {broken.Documents} RENAME TO lost");

        var (status, ready, reason) = await LineAsync(app);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unhealthy"), (status, ready));
        Assert.Contains("Shard 1 (test_sheets_1)", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Shard 0", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Shard 2", reason, StringComparison.Ordinal);

        await broken.ExecuteAsync($"ALTER TABLE {broken.Beside("lost")} RENAME TO documents");
        Assert.Equal("healthy", (await LineAsync(app)).Ready);
    }

    [Fact]
    public async Task Ready_names_a_shard_that_can_be_read_and_not_written()
    {
        await using var app = new SheetApp(2);
        var broken = app.Inside(1);
        await broken.ExecuteAsync($"ALTER TABLE {broken.Documents} RENAME TO kept; CREATE VIEW {broken.Documents} AS SELECT id, body FROM {broken.Beside("kept")} LIMIT 10");

        var (status, _, reason) = await LineAsync(app);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("Shard 1", reason, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string? Ready, string? Reason)> LineAsync(SheetApp app)
    {
        using var client = app.App.Anonymous();
        using var response = await client.GetAsync("/health/ready");
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var line = Assert.Single(
            report.RootElement.GetProperty("checks").EnumerateArray(), check => check.GetProperty("name").GetString() == "documents:test_sheets");
        return (response.StatusCode, line.GetProperty("status").GetString(), line.GetProperty("reason").GetString());
    }
}
