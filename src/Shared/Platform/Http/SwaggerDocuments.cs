using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Design;
using SystemDesign.Platform.Editing;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Media;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Paging;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Platform.Realtime;

namespace SystemDesign.Platform.Http;

/// <summary>One OpenAPI document per module, all in one page at <c>/swagger</c>.</summary>
internal static class SwaggerDocuments
{
    public const string BearerScheme = "bearer";

    public const string Path = "/swagger";

    public static void AddSwaggerDocuments(this IServiceCollection services, IReadOnlyCollection<IModule> modules)
    {
        services.AddEndpointsApiExplorer();
        services.AddTransient<ISerializerDataContractResolver>(provider => new OptionalContracts(new JsonSerializerDataContractResolver(
            provider.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions,
            provider.GetRequiredService<SchemaGeneratorOptions>())));
        services.AddSwaggerGen(options =>
        {
            foreach (var document in DocumentsOf(modules))
            {
                options.SwaggerDoc(document.Name, new() { Title = document.Title, Version = "v1", Description = document.Summary });
            }

            foreach (var assembly in modules.Select(module => module.GetType().Assembly).Append(typeof(SwaggerDocuments).Assembly).Append(typeof(IPage).Assembly))
            {
                options.IncludeXmlComments(assembly);
            }

            // OpenAPI has no CONNECT.
            options.DocInclusionPredicate((document, endpoint) => endpoint.GroupName == document && endpoint.HttpMethod != HttpMethods.Connect);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.OperationFilter<BearerOnSignedInRoutes>();
            options.OperationFilter<RealtimeInDocuments>();
            options.OperationFilter<LimitsInDocuments>();
            options.OperationFilter<NumberInputsParameter>();
            options.OperationFilter<PreconditionHeaders>();
            options.OperationFilter<PageQueries>();
            options.OperationFilter<BytesInDocuments>();
            options.ParameterFilter<QueryNumberSchema>();
            options.SchemaFilter<OptionalMembersSchema>();
            options.OperationFilter<IdempotencyKeyOnRoutes>();
            options.SchemaFilter<ProblemSchema>();
            options.AddSecurityDefinition(BearerScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The accessToken that POST /api/users/login answers.",
            });
        });
    }

    /// <summary>On a branch, since each of the two looks at the path of every request with patterns of its own.</summary>
    public static void UseSwaggerDocuments(this IApplicationBuilder app, IReadOnlyCollection<IModule> modules) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal),
        branch => branch
            .UseSwagger()
            .UseSwaggerUI(options =>
            {
                foreach (var document in DocumentsOf(modules))
                {
                    options.SwaggerEndpoint($"{document.Name}/swagger.json", document.Title);
                }

                options.DocumentTitle = "System design";
                options.EnablePersistAuthorization();
                options.DisplayRequestDuration();
            }));

    private static IEnumerable<RouteDocument> DocumentsOf(IEnumerable<IModule> modules) =>
        modules.Select(RouteDocument.Of).Concat(PlatformRoutes.Documents);
}
