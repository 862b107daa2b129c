using System.Diagnostics;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Documents.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Documents;

[Trait("Notes", "B2-23")]
public sealed class DocumentTelemetryTests
{
    private const string Callers = "SystemDesign.Tests.DocumentCallers";

    private static readonly ActivitySource Source = new(Callers);

    [Fact]
    public async Task Each_shard_that_is_asked_has_one_span_with_its_name_and_no_document_in_it()
    {
        await using var app = new SheetApp(3);
        using var spans = new SpanRecorder(Callers, DatabaseTelemetry.Name);
        using var caller = Source.StartActivity("caller")!;
        var sheets = app.New(100);

        await app.Store.PutManyAsync(sheets, CancellationToken.None);
        await app.Store.FindAsync([.. sheets.Select(sheet => sheet.Address)], CancellationToken.None);

        foreach (var operation in new[] { "write", "read" })
        {
            var ours = spans.Ended.Where(span => span.TraceId == caller.TraceId && span.OperationName == $"test_sheets {operation}").ToList();
            Assert.Equal(["test_sheets_0", "test_sheets_1", "test_sheets_2"], ours.Select(span => (string?)span.GetTagItem("db.namespace")).Order());
            Assert.All(ours, span => Assert.Equal(caller.SpanId, span.ParentSpanId));
            Assert.All(ours, span => Assert.DoesNotContain(span.TagObjects, tag => tag.Value is string text && text.Contains("sheet 1", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_refused_put_says_so_in_its_span()
    {
        await using var app = new SheetApp();
        var address = await app.PutAsync(new("first", 1));
        using var spans = new SpanRecorder(Callers, DatabaseTelemetry.Name);
        using var caller = Source.StartActivity("caller")!;

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => app.Store.PutAsync(address, new("second", 2), CancellationToken.None));

        var write = Assert.Single(spans.Ended, span => span.TraceId == caller.TraceId);
        Assert.Equal(("test_sheets write", ActivityStatusCode.Error), (write.OperationName, write.Status));
    }

    [Fact]
    public async Task Outside_a_trace_there_are_durations_and_no_spans()
    {
        await using var app = new SheetApp();
        using var spans = new SpanRecorder(DatabaseTelemetry.Name);
        using var durations = new MetricsOf(app.App, "db.client.operation.duration");

        var address = await app.PutAsync(new("alone", 1));
        await app.Store.FindAsync(address, CancellationToken.None);

        Assert.DoesNotContain(spans.Ended, span => span.OperationName.StartsWith("test_sheets", StringComparison.Ordinal) && span.Parent is null && span.ParentId is null);
        Assert.Equal(1, durations.Count(tags => Equals(tags["db.namespace"], "test_sheets_0") && Equals(tags["db.operation.name"], "read")));
        Assert.Equal(1, durations.Count(tags => Equals(tags["db.namespace"], "test_sheets_0") && Equals(tags["db.operation.name"], "write")));
    }
}
