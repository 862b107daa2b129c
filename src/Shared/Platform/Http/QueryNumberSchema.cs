using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.Http;

/// <summary>Shows a <see cref="QueryNumber"/> in the documents as the number that it is, and not as the text that it is read from.</summary>
internal sealed class QueryNumberSchema : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (parameter is OpenApiParameter described && context.ParameterInfo?.ParameterType is { } type && (Nullable.GetUnderlyingType(type) ?? type) == typeof(QueryNumber))
        {
            described.Schema = new OpenApiSchema { Type = JsonSchemaType.Number };
            if (decimal.TryParse(described.Example?.ToString(), CultureInfo.InvariantCulture, out var example))
            {
                described.Example = JsonValue.Create(example);
            }
        }
    }
}
