using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.GraphQL.Execution;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>Fields send the requests that routes send.</summary>
internal static class GraphRequests
{
    public static Task<T> SendAsync<T>(this FieldContext context, IRequest<T> request) => context.Services.SendAsync(request, context.CancellationToken);

    public static Task<T> SendAsync<T>(this IServiceProvider services, IRequest<T> request, CancellationToken cancellationToken) =>
        services.GetRequiredService<IMediator>().Send(request, cancellationToken);
}
