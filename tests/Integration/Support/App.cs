using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>The real application behind real HTTP on a free port, on data of its own.</summary>
public sealed class App : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder folder = new();
    private readonly PostgresDatabase? database = Profile.IsDistributed ? PostgresDatabase.Create() : null;

    public App()
    {
        UseKestrel(0);
        StartServer();
    }

    internal ManualClock Clock { get; } = new();

    /// <summary>A client that nobody is signed in with, and that follows no redirects.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        folder.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Data:Path", folder.FullPath);
        builder.UseSetting("Users:Operator:UserName", Somebody.Operator.UserName);
        builder.UseSetting("Users:Operator:Email", Somebody.Operator.Email);
        builder.UseSetting("Users:Operator:Password", Somebody.Operator.Password);
        if (database is not null)
        {
            builder.UseSetting("Persistence:Provider", "Postgres");
            builder.UseSetting("Persistence:ConnectionString", database.ConnectionString);
        }

        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
