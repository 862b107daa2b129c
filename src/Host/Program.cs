using SystemDesign.Analytics;
using SystemDesign.Media;
using SystemDesign.Notifications;
using SystemDesign.Platform;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Seeding;
using SystemDesign.Platform.Startup;
using SystemDesign.Twitter;
using SystemDesign.UrlShortener;
using SystemDesign.Users;

if (args is ["health", .. var arguments])
{
    return await HealthProbe.RunAsync(arguments);
}

IModule[] modules =
[
    new UsersModule(),
    new NotificationsModule(),
    new MediaModule(),
    new AnalyticsModule(),
    new UrlShortenerModule(),
    new TwitterModule(),
];

try
{
    if (args is ["seed", .. var seeding])
    {
        return await SeedCommand.RunAsync(seeding, modules);
    }

    await using var app = WebApplication.CreateBuilder(ApplicationFolder.Options(args)).AddPlatform(modules).Build().UsePlatform();
    if (args.Contains("--migrate"))
    {
        await app.MigrateAsync();
    }
    else
    {
        await app.RunAsync();
    }

    return 0;
}
catch (Exception exception) when (StartRefusal.Explain(exception) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
