using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.Idempotency;

/// <summary>Shows the header, and what comes of it, on the routes that take it.</summary>
internal sealed class IdempotencyKeyOnRoutes : IOperationFilter
{
    private const string InUse = "`idempotency-key-in-use`: a request with this key is still at work; send the same again in a moment.";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<TakesIdempotencyKey>().SingleOrDefault() is not { } taken
            || operation.Responses is not { } responses)
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyKey.Header,
            In = ParameterLocation.Header,
            Required = taken.Required,
            Description = "A name of your own for this request, such as a UUID. For 24 hours, the same request under the same key is given the first "
                + "answer, and nothing happens twice. What failed had no effect, and runs again.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.MaximumLength },
            Example = JsonValue.Create("8e03978e-40d5-43dd-bc93-6894a57f9324"),
        });

        responses["409"].Description = Join(responses["409"].Description, InUse);
        responses["422"].Description = "`idempotency-key-reused`: the key came before with another request.";
        foreach (var created in responses.Where(response => response.Key.StartsWith('2')).Select(response => response.Value).OfType<OpenApiResponse>())
        {
            created.Headers ??= new Dictionary<string, IOpenApiHeader>();
            created.Headers[IdempotencyHeaders.Replayed] = new OpenApiHeader
            {
                Description = "`true` if this answer was given before.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            };
        }
    }

    /// <summary>What the route itself says of the status comes first; without a word of its own there is only the status's name.</summary>
    private static string Join(string? own, string ours) => own is null or "Conflict" ? ours : $"{own} {ours}";
}
