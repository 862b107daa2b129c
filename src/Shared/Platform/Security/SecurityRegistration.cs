using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Media;
using SystemDesign.Kernel.Requests;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Http;
using SystemDesign.Platform.Media;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Security;

internal static class SecurityRegistration
{
    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(10);

    /// <summary>By which the clocks of instances may differ at most, and more.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    public static void AddSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddScoped<IRequestOrigin, RequestOrigin>();

        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme)
            .AddBearerToken(options =>
            {
                options.BearerTokenExpiration = AccessTokenLifetime;
                options.Events.OnMessageReceived = TokenInQuery.TakeAsync;
            });
        services.AddSingleton<ReadTickets>();
        services.AddOptions<BearerTokenOptions>(BearerTokenDefaults.AuthenticationScheme).PostConfigure<ReadTickets>((options, tickets) => options.BearerTokenProtector = tickets);
        services.AddAuthorization();
        services.AddSingleton<IAccessTokens, AccessTokens>();
        services.AddSingleton<AccessTickets>();

        services.AddModuleDb<PlatformDb>(PlatformDb.SchemaName);
        services.AddSingleton<IXmlRepository, KeyRepository>();
        services.AddSingleton<IInitialData, FirstKey>();
        services.AddReadThroughCache(EndedSessions.CacheName, EndedSessions.Find, EndedSessions.CacheOptions);
        services.AddSingleton<SessionEnds>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<IEndedSessions>(provider => provider.GetRequiredService<EndedSessions>());
        services.AddSweep<PlatformDb, EndedSession>("ended-session-sweep", session => session.EndedAt, AccessTokenLifetime + ClockDifference);
        services.AddSingleton<IMediaReferences, MediaReferences>();
        services.AddDataProtection().SetApplicationName("SystemDesign");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
    }
}
