using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Outbox.Delivery;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>The real application behind real HTTP on a free port, on data of its own.</summary>
public sealed class App : WebApplicationFactory<Program>
{
    /// <summary>The shipped number takes a tenth of a second each time, and a test with one user needs it three times.</summary>
    private const int PasswordHashIterations = 1_000;

    private readonly AppSetup setup;
    private readonly HostData data;
    private readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public App()
        : this(new AppSetup())
    {
    }

    /// <param name="settings">Beyond those that every test has, or instead of them: limits, for one, are off otherwise.</param>
    internal App(params (string Key, string Value)[] settings)
        : this(new AppSetup { Settings = settings })
    {
    }

    internal App(AppSetup setup)
    {
        this.setup = setup;
        data = setup.Data ?? MigratedData.Copy();
        // Without a port, which `urls` below has: to set one, the factory changes the addresses of a server that may have started already (dotnet/aspnetcore, pull request 67714).
        UseKestrel();
        StartServer();
    }

    internal ManualClock Clock { get; } = new();

    internal Queries Queries { get; } = new();

    /// <summary>A client that nobody is signed in with, and that follows no redirects.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };

    /// <summary>Ends when no event is on its way any more.</summary>
    public Task DrainAsync() => Services.GetRequiredService<Outboxes>().DrainAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await gone.Task.WaitAsync(TimeSpan.FromMinutes(5));
        if (setup.Data is null)
        {
            await data.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("RateLimiting:Enabled", "false");
        builder.UseSetting("Users:Operator:UserName", Somebody.Operator.UserName);
        builder.UseSetting("Users:Operator:Email", Somebody.Operator.Email);
        builder.UseSetting("Users:Operator:Password", Somebody.Operator.Password);
        foreach (var (key, value) in data.Settings.Select(setting => (setting.Key, setting.Value)).Concat(setup.Settings))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services =>
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(_ => new EndOfApp(gone)));
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(Queries);
            services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashIterations);
            services.PostConfigure<ProblemDetailsOptions>(SayWhy);
            services.AddSingleton(typeof(IDbContextOptionsConfiguration<>), typeof(QueriesCounted<>));
            var modules = (IReadOnlyList<IModule>)services.Single(service => service.ServiceType == typeof(IReadOnlyList<IModule>)).ImplementationInstance!;
            services.AddSingleton<IReadOnlyList<IModule>>([.. modules, .. setup.FurtherModules]);
            services.ConfigureSwaggerGen(options => setup.FurtherModules.ToList().ForEach(module => options.SwaggerDoc(module.Name, new() { Title = module.Title })));
            setup.Services?.Invoke(services);
        });
        builder.ConfigureLogging(logging => logging.AddFilter<ConsoleLoggerProvider>(_ => false));
    }

    /// <summary>A test that fails by what nobody foresaw says what it was.</summary>
    private static void SayWhy(ProblemDetailsOptions options)
    {
        var complete = options.CustomizeProblemDetails;
        options.CustomizeProblemDetails = context =>
        {
            complete?.Invoke(context);
            if (context is { Exception: { } exception, ProblemDetails.Status: StatusCodes.Status500InternalServerError })
            {
                context.ProblemDetails.Extensions["exception"] = exception.ToString();
            }
        };
    }
}
