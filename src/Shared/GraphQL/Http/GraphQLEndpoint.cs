using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SystemDesign.GraphQL.Http;

/// <summary>
/// One request over HTTP. A request that is not well formed is a 4xx in any case; for one that is, the status tells the outcome only with
/// the newer media type, and is 200 with <c>application/json</c> (sections "Status Codes" of the draft). That mutations take a POST, and a POST
/// takes <c>application/json</c>, keeps other origins' forms from sending any.
/// </summary>
internal sealed class GraphQLEndpoint(IGraphQLExecutor executor, string schema, GraphQLHttpOptions options)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task HandleAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Query.ContainsKey("sdl"))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(schema, Encoding.UTF8, context.RequestAborted);
            return;
        }

        if (ResponseTypes.Accepted(context.Request.Headers) is not { } type)
        {
            context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            return;
        }

        try
        {
            var result = await ExecuteAsync(context);
            await WriteAsync(context, type, StatusOf(result, type), result);
        }
        catch (BadHttpRequestException exception)
        {
            await WriteAsync(context, type, exception.StatusCode, GraphQLResult.Refused(new GraphQLError(exception.Message)));
        }
    }

    private async Task<GraphQLResult> ExecuteAsync(HttpContext context)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method);
        var parameters = isGet
            ? RequestReading.FromQuery(context.Request.Query)
            : await RequestReading.FromBodyAsync(context.Request, options.BodySize, context.RequestAborted);
        try
        {
            var document = await PersistedQueries.DocumentAsync(parameters, options.PersistedDocuments, context.RequestAborted);
            return await executor.ExecuteAsync(
                new(document) { OperationName = parameters.OperationName, Variables = parameters.Variables, IsReadOnly = isGet },
                context.RequestServices,
                context.RequestAborted);
        }
        catch (GraphQLErrorException exception)
        {
            return GraphQLResult.Refused(exception.Error);
        }
    }

    private static int StatusOf(GraphQLResult result, ResponseType type) => result.Outcome switch
    {
        GraphQLOutcome.RefusedMutation => StatusCodes.Status405MethodNotAllowed,
        GraphQLOutcome.Refused when type == ResponseType.GraphQLResponse => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status200OK,
    };

    private static async Task WriteAsync(HttpContext context, ResponseType type, int status, GraphQLResult result)
    {
        var body = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(body, Readable))
        {
            result.WriteTo(writer);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = $"{type.MediaType()}; charset=utf-8";
        context.Response.ContentLength = body.WrittenCount;
        context.Response.Headers.Vary = "Accept";
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
        }

        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }
}
