using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace SystemDesign.Platform.Startup;

/// <summary>Port 8080, unless anything at all says where to listen.</summary>
internal static class ListeningAddress
{
    private const string Default = "http://localhost:8080";

    public static void UseDefaultAddress(this IWebHostBuilder host, IConfiguration configuration)
    {
        if (IsUnset(configuration))
        {
            host.UseUrls(Default);
        }
    }

    public static bool IsUnset(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["urls"])
        && string.IsNullOrEmpty(configuration["http_ports"])
        && string.IsNullOrEmpty(configuration["https_ports"])
        && !configuration.GetSection("Kestrel:Endpoints").Exists();

    /// <summary>Where an instance of this configuration can be reached from the same machine; endpoints go first, as with Kestrel.</summary>
    public static string ToOpen(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).FirstOrDefault(url => url is not null) is { } endpoint ? ToOpen(endpoint)
        : First(configuration["urls"]) is { } url ? ToOpen(url)
        : First(configuration["http_ports"]) is { } port ? $"http://localhost:{port}"
        : Default;

    /// <summary>A wildcard is an address to listen on, not one to open.</summary>
    public static string ToOpen(string address) =>
        address.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .TrimEnd('/');

    private static string? First(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
