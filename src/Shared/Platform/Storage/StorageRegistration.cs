using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Settings;
using SystemDesign.Platform.Startup;
using SystemDesign.Platform.Storage.Files;
using SystemDesign.Platform.Storage.S3;

namespace SystemDesign.Platform.Storage;

internal static class StorageRegistration
{
    /// <summary>One <see cref="IObjectStore"/> for all modules.</summary>
    public static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<StorageOptions>(StorageOptions.Section);
        if (ProviderOf(configuration) is StorageProvider.Files)
        {
            services.AddSingleton<IDisk, Disk>();
            services.AddSingleton<FilePlaces>(PlacesOf);
            services.AddSingleton<IStorage, FileObjects>();
        }
        else
        {
            services.AddSingleton(provider => provider.GetRequiredService<StorageOptions>().S3);
            services.AddSingleton<IAmazonS3>(provider => S3Connection.Open(provider.GetRequiredService<S3Options>()));
            services.AddSingleton<IStorage, S3Objects>();
        }

        services.AddSingleton<StorageTelemetry>();
        services.AddSingleton<IObjectStore, ObservedObjects>();
        services.AddHostedService<StorageStart>();
        services.AddBackgroundWork<LeftoversSweep>();
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
    }

    private static FilePlaces PlacesOf(IServiceProvider provider)
    {
        var path = provider.GetRequiredService<StorageOptions>().Path;
        return new(string.IsNullOrWhiteSpace(path)
            ? provider.GetRequiredService<DataFolder>().File("objects")
            : DataFolder.Locate(path, provider.GetRequiredService<IHostEnvironment>().ContentRootPath));
    }

    private static StorageProvider ProviderOf(IConfiguration configuration)
    {
        const string Key = $"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}";
        return configuration[Key] is not { Length: > 0 } name ? default
            : Enum.TryParse<StorageProvider>(name, ignoreCase: true, out var provider) && Enum.IsDefined(provider) ? provider
            : throw new StartRefusedException($"Set {Key} to {string.Join(" or ", Enum.GetNames<StorageProvider>())}, not '{name}'.");
    }
}
