using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Settings;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Http;

/// <summary>
/// Who a request comes from, and under which scheme and host, is what the connection says, unless a proxy that the
/// configuration names says otherwise (<c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c>). From anybody else these
/// headers are mere claims, which would lift every limit per address.
/// </summary>
internal static class KnownProxies
{
    /// <summary>With this the framework would believe anybody.</summary>
    private const string BelieveAll = "ForwardedHeaders_Enabled";

    public static void AddKnownProxies(this IServiceCollection services) => services.AddSettings<ProxyOptions>(ProxyOptions.Section);

    public static void UseKnownProxies(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<IConfiguration>().GetValue<bool>(BelieveAll))
        {
            throw new StartRefusedException(
                $"Set {ProxyOptions.Section}:{nameof(ProxyOptions.KnownProxies)} or :{nameof(ProxyOptions.KnownNetworks)} "
                + $"instead of {BelieveAll}, which believes anybody who says that they are a proxy.");
        }

        var known = app.ApplicationServices.GetRequiredService<ProxyOptions>();
        if (known is { KnownProxies.Count: 0, KnownNetworks.Count: 0 })
        {
            return;
        }

        // No limit to the length of a chain: it is followed from its end for as long as its links are known.
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };

        // The framework knows loopback from the start; we know nobody.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known.KnownProxies)
        {
            options.KnownProxies.Add(ProxyOptions.Address(proxy)!);
        }

        foreach (var network in known.KnownNetworks)
        {
            options.KnownIPNetworks.Add(ProxyOptions.Network(network)!.Value);
        }

        app.UseForwardedHeaders(options);
    }
}
