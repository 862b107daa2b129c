using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http;

namespace SystemDesign.Platform.Security;

/// <summary>
/// On an endpoint: its access token may stand in the query, since a browser sends no headers with a WebSocket or an event stream. Nowhere
/// else, since addresses are written down: in histories, in logs of proxies.
/// </summary>
internal sealed class TokenInQuery
{
    public const string Parameter = "access_token";

    /// <summary>The query is taken off the request, so that nothing behind can tell it on. A header comes first.</summary>
    public static Task TakeAsync(MessageReceivedContext context)
    {
        var request = context.HttpContext.Request;
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<TokenInQuery>() is not null && request.Query[Parameter] is [{ Length: > 0 } token])
        {
            request.Query = new QueryCollection(request.Query.Where(one => one.Key != Parameter).ToDictionary());
            context.Token = request.Headers.Authorization.Count == 0 ? token : null;
        }

        return Task.CompletedTask;
    }
}
