using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.Users;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Outbox.DeadLetters;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Settings;

namespace SystemDesign.Platform.Outbox;

internal static class OutboxRegistration
{
    public static void AddOutbox(this IServiceCollection services)
    {
        services.AddSettings<OutboxOptions>(OutboxOptions.Section);
        services.AddSingleton(EventTypes.In(typeof(UserRegistered).Assembly));
        services.AddSingleton<EventCatalog>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<OutboxTelemetry>();
        services.AddSingleton<IEventTransport, InProcessTransport>();
        services.AddSingleton<HandlersAtRest>();
        services.AddSingleton<Outboxes>();
        services.AddScoped<EventsTold>();
        services.AddScoped<IOutbox>(provider => provider.GetRequiredService<EventsTold>());

        services.AddSingleton(typeof(OutboxBell<>));
        services.AddSingleton(typeof(Inbox<>));
        services.AddSingleton(typeof(EventClaims<>));
        services.AddSingleton(typeof(OwedDeliveries<>));
        services.AddSingleton(typeof(Audiences<>));
        services.AddSingleton(typeof(OutboxFigures<>));
    }

    /// <summary>Brings a module's events to their handlers, on every instance.</summary>
    public static void AddOutboxOf<TDb>(this IServiceCollection services)
        where TDb : ModuleDb
    {
        services.AddBackgroundWork<OutboxDispatcher<TDb>>();
        services.AddBackgroundWork<OutboxSweep<TDb>>();
        services.AddSingleton<IOutboxDispatcher>(provider => provider.GetRequiredService<OutboxDispatcher<TDb>>());
        services.AddSingleton<IDeadLetters, DeadLetters<TDb>>();
    }
}
