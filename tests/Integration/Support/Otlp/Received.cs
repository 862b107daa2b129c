namespace SystemDesign.Tests.Integration.Support.Otlp;

/// <summary>What a collector understands of https://github.com/open-telemetry/opentelemetry-proto, version 1.</summary>
internal sealed record ReceivedSpan(
    Dictionary<string, string> Resource, string Source, string TraceId, string SpanId, string ParentId, string Name, int Kind, int Status, Dictionary<string, string> Attributes)
{
    public const int Server = 2;
    public const int Client = 3;
    public const int Error = 2;
}

internal sealed record ReceivedMetric(
    Dictionary<string, string> Resource, string Meter, string Name, string Unit, IReadOnlyList<Dictionary<string, string>> Points, double[] Bounds);

internal sealed record ReceivedLog(
    Dictionary<string, string> Resource, string Category, string Level, string Message, string TraceId, string SpanId, Dictionary<string, string> Attributes);

internal static class Received
{
    public static IEnumerable<ReceivedSpan> Spans(ProtobufMessage request) =>
        from ofResource in request.Messages(1)
        let resource = Attributes(ofResource.Message(1), 1)
        from ofScope in ofResource.Messages(2)
        from span in ofScope.Messages(2)
        select new ReceivedSpan(
            resource, ofScope.Message(1).Text(1), span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), (int)span.Number(6), (int)span.Message(15).Number(3), Attributes(span, 9));

    public static IEnumerable<ReceivedMetric> Metrics(ProtobufMessage request) =>
        from ofResource in request.Messages(1)
        let resource = Attributes(ofResource.Message(1), 1)
        from ofScope in ofResource.Messages(2)
        from metric in ofScope.Messages(2)
        let isHistogram = metric.Has(9)
        let points = metric.Message(isHistogram ? 9 : metric.Has(7) ? 7 : 5).Messages(1).ToList()
        select new ReceivedMetric(
            resource,
            ofScope.Message(1).Text(1),
            metric.Text(1),
            metric.Text(3),
            [.. points.Select(point => Attributes(point, isHistogram ? 9 : 7))],
            isHistogram ? points[0].PackedDoubles(7) : []);

    public static IEnumerable<ReceivedLog> Logs(ProtobufMessage request) =>
        from ofResource in request.Messages(1)
        let resource = Attributes(ofResource.Message(1), 1)
        from ofScope in ofResource.Messages(2)
        from record in ofScope.Messages(2)
        select new ReceivedLog(
            resource, ofScope.Message(1).Text(1), record.Text(3), record.Message(5).Text(1), record.Hex(9), record.Hex(10), Attributes(record, 6));

    private static Dictionary<string, string> Attributes(ProtobufMessage owner, int field) =>
        owner.Messages(field).ToDictionary(pair => pair.Text(1), pair => Value(pair.Message(2)));

    private static string Value(ProtobufMessage value) =>
        value.Has(1) ? value.Text(1)
        : value.Has(2) ? $"{value.Number(2) != 0}"
        : value.Has(3) ? $"{(long)value.Number(3)}"
        : value.Has(4) ? $"{BitConverter.UInt64BitsToDouble(value.Number(4))}"
        : Convert.ToHexString(value.Bytes(7).Span);
}
