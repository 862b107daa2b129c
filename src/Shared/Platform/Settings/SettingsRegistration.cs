using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SystemDesign.Platform.Settings;

public static class SettingsRegistration
{
    /// <summary>
    /// Binds a configuration section to <typeparamref name="TOptions"/>. A value that breaks its data annotations, or a
    /// key that is no setting, stops the start with a sentence that says what to set.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="section">The section's path, such as <c>UrlShortener</c>.</param>
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        // Domain layers take the settings themselves: they do not know the options library.
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TOptions>>().Value);
        return services;
    }
}
