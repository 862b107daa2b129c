using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.Editing;

/// <summary>Says in the documents which members of a patch can be left out (all) and which can be null (those that this clears).</summary>
internal sealed class OptionalMembersSchema : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (schema is not OpenApiSchema { Properties: { } properties } patch)
        {
            return;
        }

        foreach (var member in context.Type.GetProperties().Where(property => OptionalMembers.TypeIn(property.PropertyType) is not null))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            patch.Required?.Remove(name);
            if (OptionalMembers.TakesNull(member) && properties[name] is OpenApiSchema clearable)
            {
                clearable.Type |= JsonSchemaType.Null;
            }
        }
    }
}
