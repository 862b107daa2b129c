using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Requests;
using SystemDesign.Platform.Http;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Security;

internal static class SecurityRegistration
{
    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(10);

    public static void AddSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddScoped<IRequestOrigin, RequestOrigin>();

        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme)
            .AddBearerToken(options => options.BearerTokenExpiration = AccessTokenLifetime);
        services.AddAuthorization();
        services.AddSingleton<IAccessTokens, AccessTokens>();

        services.AddModuleDb<PlatformDb>(PlatformDb.SchemaName);
        services.AddSingleton<IXmlRepository, KeyRepository>();
        services.AddSingleton<IInitialData, FirstKey>();
        services.AddDataProtection().SetApplicationName("SystemDesign");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
    }
}
