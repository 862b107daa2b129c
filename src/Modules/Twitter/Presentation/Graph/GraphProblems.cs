using Microsoft.AspNetCore.Mvc;
using SystemDesign.GraphQL;
using SystemDesign.Platform.Errors;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>Errors of fields are the problems of routes: with their <c>code</c>, and with <c>errors</c> for each argument that is at fault, the first of which is <c>field</c>.</summary>
internal sealed class GraphProblems(IProblems problems)
{
    private const string Errors = "errors";

    public GraphQLFailure? Describe(Exception exception) => problems.Find(exception) is { Detail: { } detail } problem ? new(detail, Said(problem)) : null;

    private static Dictionary<string, object?> Said(ProblemDetails problem)
    {
        var said = new Dictionary<string, object?>(problem.Extensions);
        if (said.GetValueOrDefault(Errors) is IReadOnlyDictionary<string, string[]> errors)
        {
            var named = errors.ToDictionary(error => NameOf(error.Key), error => error.Value);
            said["field"] = named.Keys.First();
            said[Errors] = named;
        }

        return said;
    }

    /// <summary>What pages are asked for by is called otherwise here.</summary>
    private static string NameOf(string field) => field switch
    {
        PageParameters.Limit => Arguments.First.Name,
        PageParameters.Cursor => Arguments.After.Name,
        _ => field,
    };
}
