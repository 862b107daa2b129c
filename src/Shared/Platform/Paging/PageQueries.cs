using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Platform.Paging;

/// <summary>Shows in the documents that a route answers in pages.</summary>
internal sealed class PageQueries : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);
        if (context.MethodInfo.GetParameters().Any(parameter => parameter.ParameterType == typeof(PageParameters)))
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Query(PageParameters.Cursor, "Where to go on: `next` of the page before.", new() { Type = JsonSchemaType.String }));
            operation.Parameters.Add(Query(PageParameters.Limit, "The most items to answer.", new()
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = PageRequest.MaximumLimit.ToString(CultureInfo.InvariantCulture),
                Default = JsonValue.Create(PageRequest.DefaultLimit),
            }));
        }
    }

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };
}
