using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Editing;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Tests.Integration.Http.Notes;

/// <summary>One note whose version is always 1, and a list of notes that always goes on.</summary>
internal sealed class NotesModule : IModule
{
    public const string Tag = "\"1\"";

    public const string Path = "/api/notes/note";

    private static readonly Page<Counting> Kept = new([new()], null);

    private static readonly Note Only = new("text", "subject", 3, ["a"], "1");

    public string Name => "notes";

    public string Title => "Notes";

    public string Summary => "Only in tests.";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        // Only the routes of a test's module are used.
    }

    public void MapRoutes(ModuleRoutes routes)
    {
        routes.Api.AllowAnonymous();
        routes.Api.MapMethods("/note", [HttpMethods.Get, HttpMethods.Head], () => TypedResults.Ok(Only));
        routes.Api.MapGet("/choice", Results<Ok<Note>, NotFound> () => TypedResults.Ok(Only));
        routes.Api.MapGet("/missing", Results<Ok<Note>, NotFound> () => TypedResults.NotFound());
        routes.Api.MapGet("/public", (HttpResponse response) =>
        {
            response.Headers.CacheControl = "public, max-age=60";
            return TypedResults.Ok(Only);
        });
        routes.Api.MapGet("/plain", () => TypedResults.Ok(new { Only.Text }));
        routes.Api.MapPost("/note", () => TypedResults.Created("/somewhere", Only));
        routes.Api.MapDelete("/note", Results<NoContent, NotFound> (RequestPrecondition precondition) =>
        {
            precondition.Value.Require(Only);
            return TypedResults.NoContent();
        });
        routes.Api.MapPatch("/note", Edit).AcceptsMergePatch<NotePatch>();
        routes.Api.MapGet("/list", (PageParameters page) => TypedResults.Ok(new Page<string>([page.Value.Cursor ?? "first", $"{page.Value.Limit}"], "a b&c=d/ü")));
        routes.Api.MapGet("/list/last", (PageParameters page) => TypedResults.Ok(new Page<int>([page.Value.Limit], null)));
        routes.Api.MapGet("/list/kept", () => TypedResults.Ok(Kept));
    }

    private static Ok<Note> Edit(NotePatch patch, RequestPrecondition precondition)
    {
        precondition.Value.Require(Only);
        return TypedResults.Ok(new Note(
            patch.Text.Or(Only.Text), patch.Subject.Or(Only.Subject), patch.Level.Or(Only.Level), patch.Tags.Or(Only.Tags), "2"));
    }

    /// <summary>How often it is written.</summary>
    private sealed record Counting
    {
        private int written;

        public int Written => ++written;
    }
}
