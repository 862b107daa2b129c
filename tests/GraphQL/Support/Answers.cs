using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.GraphQL;

namespace SystemDesign.Tests.GraphQL.Support;

internal static class Answers
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ServiceProvider Nothing = new ServiceCollection().BuildServiceProvider();

    public static Task<GraphQLResult> AskAsync(
        this IGraphQLExecutor executor, string document, object? variables = null, string? operation = null, CancellationToken cancellationToken = default) =>
        executor.ExecuteAsync(
            new(document) { OperationName = operation, Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables) },
            Nothing,
            cancellationToken);

    public static string Json(this GraphQLResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            result.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
