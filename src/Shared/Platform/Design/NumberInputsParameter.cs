using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.Design;

/// <summary>Says in the document that a number takes inputs in its query; which ones, the number itself says.</summary>
internal sealed class NumberInputsParameter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Mark>().Any())
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "inputs",
            In = ParameterLocation.Query,
            Style = ParameterStyle.Form,
            Explode = true,
            Description = "The number's inputs by name, each a parameter of its own: `?linksPerSecond=200&years=5`. Left out: the default.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number } },
            Example = JsonNode.Parse("""{"linksPerSecond":200,"years":5}"""),
        });
    }

    /// <summary>On an endpoint: it is to be described so.</summary>
    internal sealed record Mark;
}
