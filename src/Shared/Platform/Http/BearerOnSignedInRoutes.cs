using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.Http;

/// <summary>Puts the lock, and so the token of the Authorize button, on the routes that ask for one.</summary>
internal sealed class BearerOnSignedInRoutes : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);

        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<IAuthorizeData>().Any() || metadata.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        operation.Security = [new() { [new OpenApiSecuritySchemeReference(SwaggerDocuments.BearerScheme, context.Document)] = [] }];
    }
}
