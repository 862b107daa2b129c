using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.Editing;

/// <summary>Shows in the documents that a route takes a precondition.</summary>
internal sealed class PreconditionHeaders : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);
        if (context.MethodInfo.GetParameters().Any(parameter => parameter.ParameterType == typeof(RequestPrecondition)))
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Description = "Only if this version, from an `ETag`, is still the current one.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }
}
