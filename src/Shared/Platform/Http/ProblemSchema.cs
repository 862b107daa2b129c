using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.Http;

/// <summary>Says in the documents what every problem of ours carries beyond RFC 9457.</summary>
internal sealed class ProblemSchema : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Type != typeof(ProblemDetails) || schema is not OpenApiSchema { Properties: { } properties } problem)
        {
            return;
        }

        properties["code"] = Text("Stable, for programs: what is wrong.", "invalid-input");
        properties["traceId"] = Text("Finds the log lines of this request.", "00-82d79383858313750b88d1242d455162-a66b8bf88bea62ef-00");
        properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The fields at fault, each with the reasons.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            Examples = [JsonNode.Parse("""{"url":["'url' must not be empty."]}""")!],
        };
        problem.AdditionalProperties = null;
    }

    private static OpenApiSchema Text(string description, string example) =>
        new() { Type = JsonSchemaType.String, Description = description, Examples = [JsonValue.Create(example)] };
}
