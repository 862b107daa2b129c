using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemDesign.Analytics.Data;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox.Probe;

/// <summary>The application with two more modules, whose events are delivered when the test says so.</summary>
internal sealed class ProbeApp : IAsyncDisposable
{
    public static readonly IReadOnlyList<Type> UsualHandlers = [typeof(NoteHappened), typeof(CopyHappened), typeof(NoteFollowed), typeof(NoteBecame), typeof(NoteGone)];

    private readonly App app;

    /// <param name="handlers">Of this build.</param>
    /// <param name="data">Of another application's, if it is to go on with that.</param>
    /// <param name="events">Of this build.</param>
    /// <param name="inBackground">Whether events are delivered as they come.</param>
    /// <param name="settings">As on a command line.</param>
    public ProbeApp(IReadOnlyList<Type>? handlers = null, HostData? data = null, IReadOnlyList<Type>? events = null, bool inBackground = false, params (string Key, string Value)[] settings) =>
        app = new(new AppSetup
        {
            Data = data,
            Services = services => Compose(services, handlers ?? UsualHandlers, events ?? [typeof(Happened), typeof(Ignored), typeof(Followed), typeof(Became), typeof(Gone)], inBackground),

            // An event that nobody handles is one here: unless a test is about those who handle all.
            Settings = [("Outbox:PollSeconds", "3600"), ("Analytics:Enabled", "false"), .. settings],
        });

    public App App => app;

    public IServiceProvider Services => app.Services;

    public Script Script => Services.GetRequiredService<Script>();

    public FaultInjector Commands => Services.GetRequiredService<FaultInjector>();

    public TransactionFaults Transactions => Services.GetRequiredService<TransactionFaults>();

    public ManualClock Clock => app.Clock;

    public Task DrainAsync() => app.DrainAsync();

    /// <summary>Tells the events in one unit of work.</summary>
    public async Task TellAsync(params IEvent[] events)
    {
        await using var scope = Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        foreach (var happened in events)
        {
            outbox.Add(happened);
        }

        var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();
        await Services.GetRequiredService<IWriter<ProbeDb>>().SaveAsync(db, CancellationToken.None);
    }

    /// <summary>The numbers that a handler had, in the order of its commits.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(string handler, string? key = null) =>
        [.. (await EffectsAsync()).Where(effect => effect.Handler == handler && (key is null || effect.Key == key)).Select(effect => effect.Number)];

    public async Task<IReadOnlyList<Effect>> EffectsAsync()
    {
        await using var probe = Open<ProbeDb>();
        await using var other = Open<OtherDb>();
        return [.. await probe.Effects.OrderBy(effect => effect.Id).ToListAsync(), .. await other.Effects.OrderBy(effect => effect.Id).ToListAsync()];
    }

    public async Task<IReadOnlyList<OutboxEvent>> OpenEventsAsync()
    {
        await using var db = Open<ProbeDb>();
        return await db.Set<OutboxEvent>().Where(row => row.SettledAt == null).OrderBy(row => row.Position).ToListAsync();
    }

    public async Task<IReadOnlyList<OwedDelivery>> OwedAsync()
    {
        await using var db = Open<ProbeDb>();
        return await db.Set<OwedDelivery>().OrderBy(delivery => delivery.Position).ToListAsync();
    }

    /// <summary>A dispatcher of its own, as another instance has one.</summary>
    public OutboxDispatcher<ProbeDb> AnotherDispatcher() => ActivatorUtilities.CreateInstance<OutboxDispatcher<ProbeDb>>(Services);

    public TDb Open<TDb>()
        where TDb : ModuleDb => Services.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Compose(IServiceCollection services, IReadOnlyList<Type> handlers, IReadOnlyList<Type> events, bool inBackground)
    {
        services.AddSingleton<Script>();
        services.AddSingleton<FaultInjector>();
        services.AddSingleton<TransactionFaults>();
        AddModule<ProbeDb>(services, ProbeDb.SchemaName);
        AddModule<OtherDb>(services, OtherDb.SchemaName);
        services.AddSingleton(new EventTypes(events));
        foreach (var subscription in Subscriptions.In([.. handlers], handler => handler.GetConstructors()[0].GetParameters()[0].ParameterType))
        {
            services.AddSingleton(subscription);
            services.AddTransient(subscription.HandlerType);
        }

        if (services.Any(service => service.ServiceType == typeof(ModuleDatabase<AnalyticsDb>)))
        {
            AddFaults<AnalyticsDb>(services);
        }

        if (!inBackground)
        {
            var workers = services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(BackgroundWorker<>)).ToList();
            workers.ForEach(worker => services.Remove(worker));
        }
    }

    private static void AddModule<TDb>(IServiceCollection services, string schema)
        where TDb : ModuleDb
    {
        services.AddModuleDb<TDb>(schema);
        AddFaults<TDb>(services);
    }

    private static void AddFaults<TDb>(IServiceCollection services)
        where TDb : ModuleDb
    {
        services.ConfigureDbContext<TDb>((provider, options) => options.AddInterceptors(provider.GetRequiredService<FaultInjector>()));
        services.AddSingleton<ITransactions<TDb>>(provider => FaultyTransactions<TDb>.Of(provider, provider.GetRequiredService<TransactionFaults>()));
    }
}
