using SystemDesign.Platform.Background;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Settings;
using SystemDesign.Tests.Instances.Ledgers;
using SystemDesign.Tests.Instances.Steps;
using SystemDesign.Tests.Instances.Telling;

namespace SystemDesign.Tests.Instances;

internal static class Probes
{
    public static void AddProbes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<InstanceOptions>(InstanceOptions.Section);
        services.AddSingleton<Walks>();
        services.AddSingleton<StepsOfCommands>();
        services.AddSingleton<StepsOfTransactions>();
        services.AddModule<TellerDb>(TellerDb.SchemaName);
        services.AddModule<LedgerDb>(LedgerDb.SchemaName);
        services.AddSingleton(EventTypes.In(typeof(Told).Assembly));
        foreach (var subscription in Subscriptions.In([typeof(NoteTold), typeof(RecordTold)], handler => handler.GetConstructors()[0].GetParameters()[0].ParameterType))
        {
            services.AddSingleton(subscription);
            services.AddTransient(subscription.HandlerType);
        }

        if (configuration.GetSection(InstanceOptions.Section).Get<InstanceOptions>()?.OnRequest is true)
        {
            services.Where(IsWorker).ToList().ForEach(worker => services.Remove(worker));
        }
    }

    private static void AddModule<TDb>(this IServiceCollection services, string schema)
        where TDb : ModuleDb
    {
        services.AddModuleDb<TDb>(schema);
        services.ConfigureDbContext<TDb>((provider, options) =>
            options.AddInterceptors(provider.GetRequiredService<StepsOfCommands>(), provider.GetRequiredService<StepsOfTransactions>()));
    }

    private static bool IsWorker(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(BackgroundWorker<>);
}
