using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Seeding;
using SystemDesign.Platform.Settings;
using SystemDesign.Users.Data;
using SystemDesign.Users.Data.Seeding;
using SystemDesign.Users.Domain.Accounts;
using SystemDesign.Users.Domain.Sessions;
using SystemDesign.Users.Presentation;

namespace SystemDesign.Users;

/// <summary>Accounts and sign-in, for all the cases (WA-4, DB-2, TI-2).</summary>
public sealed class UsersModule : IModule
{
    /// <summary>OWASP Password Storage Cheat Sheet, for PBKDF2 with HMAC-SHA-512.</summary>
    private const int PasswordHashIterations = 210_000;

    public string Name => "users";

    public string Title => "Users";

    public string Summary =>
        "Register, log in, and put the `accessToken` behind **Authorize**. It lasts 10 minutes; `refresh` exchanges the `refreshToken`, once, for new ones. "
        + "`sessions` lists where you are signed in; what you end there, or with `logout` or a new password, is refused at once.";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<UsersDb>(UsersDb.SchemaName);

        // One that was ended stays until it would have ended by itself, so at most 30 days.
        services.AddSweep<UsersDb, Session>("session-sweep", session => session.ExpiresAt, keep: TimeSpan.Zero);
        services.AddSettings<UsersOptions>(UsersOptions.Section);
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<ISessions, Sessions>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<IInitialData, FirstOperator>();
        services.AddScoped<SeededAccounts>();
        services.AddScoped<ISeeder, AccountSeeder>();

        services.AddIdentityCore<AccountRow>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = AccountRules.UserNameCharacters;
            options.Password = new()
            {
                RequiredLength = AccountRules.MinimumPasswordLength,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
        }).AddUserStore<AccountStore>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashIterations);
    }

    public void MapRoutes(ModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        AccountEndpoints.Map(routes.Api);
        SessionEndpoints.Map(routes.Api);
    }
}
