using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>Says on each operation that has a limit what it is, and how the answer is when it is used up.</summary>
internal sealed class LimitsInDocuments : IOperationFilter
{
    private const string Refused = "429";
    private const string Uncounted = "503";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RateLimit>().LastOrDefault() is not { } limit)
        {
            return;
        }

        var caller = limit.CountedBy is CountedBy.User ? "user" : "address";
        operation.Description = Join(operation.Description, $"At most {limit.PerMinute} requests of one {caller} in any minute (`{limit.Name}`).");
        foreach (var (status, response) in operation.Responses!)
        {
            var described = (OpenApiResponse)response;
            if (status == Uncounted && limit.OnOutage is OnOutage.Closed)
            {
                described.Description = Join(described.Description, "`unavailable`: the instances cannot count together at the moment.");
                continue;
            }

            described.Headers ??= new Dictionary<string, IOpenApiHeader>();
            described.Headers[RateLimitHeaders.Policy] = Header("The limit.", limit.Policy);
            described.Headers[RateLimitHeaders.Current] =
                Header("What is left of it, and the seconds until there is one more.", limit.Show(new(true, limit.PerMinute - 1, SlidingWindow.Length)));
            if (status == Refused)
            {
                described.Description = Join(described.Description, "`too-many-requests`: the limit is used up; `Retry-After` says when there is one more.");
                described.Headers["Retry-After"] = Header("Seconds to wait.", "7");
            }
        }
    }

    private static OpenApiHeader Header(string description, string example) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };

    private static string Join(string? first, string second) => string.IsNullOrEmpty(first) ? second : $"{first} {second}";
}
