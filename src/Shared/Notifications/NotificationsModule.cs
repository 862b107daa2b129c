using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SystemDesign.Notifications.Data;
using SystemDesign.Notifications.Data.Providers;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Notifications.Domain.Preferences;
using SystemDesign.Notifications.Domain.Recipients;
using SystemDesign.Notifications.Presentation;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Realtime;
using SystemDesign.Platform.Settings;

namespace SystemDesign.Notifications;

/// <summary>Notifications for all the cases (WA-1, TW-14, DB-10, TI-11, AB-6, AB-15).</summary>
public sealed class NotificationsModule : IModule
{
    public string Name => "notifications";

    public string Title => "Notifications";

    public string Summary =>
        "What users are told: in the app, live, by e-mail, SMS and push. `test` sends one to yourself; confirm an address at `contacts` to get it there too, and choose at `preferences` what comes where and when.";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<NotificationsDb>(NotificationsDb.SchemaName);
        services.AddSettings<NotificationsOptions>(NotificationsOptions.Section);
        AddSweeps(services, configuration);
        AddPorts(services);
        AddDeliveries(services);
    }

    public void MapRoutes(ModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        InboxEndpoints.Map(routes.Api);
        LiveEndpoints.Map(routes.Api);
        PreferenceEndpoints.Map(routes.Api);
        ContactEndpoints.Map(routes.Api);
        UnsubscribeEndpoints.Map(routes.Api);
        DeliveryEndpoints.Map(routes.Operator);
    }

    private static void AddSweeps(IServiceCollection services, IConfiguration configuration)
    {
        // What is no number of days stops the start with a sentence; until then any will do.
        var setting = configuration[$"{NotificationsOptions.Section}:{nameof(NotificationsOptions.KeepDays)}"];
        var keep = TimeSpan.FromDays(int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : NotificationsOptions.DefaultKeepDays);
        services.AddSweep<NotificationsDb, InboxItem>("notification-sweep", item => item.CreatedAt, keep);
        services.AddSweep<NotificationsDb, Delivery>("delivery-sweep", delivery => delivery.CreatedAt, keep);
    }

    private static void AddPorts(IServiceCollection services)
    {
        services.AddScoped<RecipientRows>();
        services.AddScoped<LiveInbox>();
        services.AddRealtimeChannel<PastNotifications>(LiveChannel.Name);
        services.AddScoped<IInbox, Inboxes>();
        services.AddScoped<IRecipients, RecipientStore>();
        services.AddScoped<IPreferences, PreferenceStore>();
        services.AddScoped<IContacts, ContactStore>();
        services.AddScoped<NewAddress>();
        services.AddSingleton<ProtectedText>();
        services.AddSingleton<IUnsubscribeTokens>(provider => provider.GetRequiredService<ProtectedText>());
        services.AddSingleton<ICodeSeals>(provider => provider.GetRequiredService<ProtectedText>());
    }

    private static void AddDeliveries(IServiceCollection services)
    {
        services.AddScoped<IDeliveries, DeliveryReports>();
        services.AddSingleton<DeliveryClaims>();
        services.AddSingleton<NotificationMetrics>();
        services.AddSingleton<Messages>();
        services.AddSingleton<IProvider>(provider => new LoggedMessages(Channel.Sms, provider.GetRequiredService<ILogger<LoggedMessages>>()));
        services.AddSingleton<IProvider>(provider => new LoggedMessages(Channel.Push, provider.GetRequiredService<ILogger<LoggedMessages>>()));
        services.AddSingleton(provider =>
        {
            var clock = provider.GetRequiredService<TimeProvider>();
            var mail = MailProviders.Of(provider.GetRequiredService<NotificationsOptions>().Mail, provider.GetRequiredService<IDataFolder>(), clock);
            return new ProviderChain([.. mail, .. provider.GetServices<IProvider>()], clock);
        });
        services.AddBackgroundWork<DeliverNotifications>();
        services.AddHealthChecks().AddCheck<ProviderHealth>("providers:notifications");
    }
}
