using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.UrlShortener;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Somebody who wants to know of visits, so that they are told at all.</summary>
internal sealed class VisitListener : INotificationHandler<LinkVisited>
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddTransient<VisitListener>();
        services.AddSingleton(new Subscription("Tests.VisitListener", typeof(VisitListener), [typeof(LinkVisited)], typeof(UrlShortenerDb)));
    }

    public Task Handle(LinkVisited notification, CancellationToken cancellationToken) => Task.CompletedTask;
}
