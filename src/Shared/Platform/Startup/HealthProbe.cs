using System.Net;
using Microsoft.AspNetCore.Builder;
using SystemDesign.Platform.Observability;

namespace SystemDesign.Platform.Startup;

/// <summary>
/// <c>health</c>: asks the instance of the same configuration whether it is ready, so that a container needs no other
/// program to check itself.
/// </summary>
public static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="arguments">As the instance has them, such as <c>--urls http://localhost:8081</c>.</param>
    /// <returns>The exit code: 0 when ready, else 1. What the instance said goes to standard output.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var configuration = WebApplication.CreateBuilder(ApplicationFolder.Options(arguments)).Configuration;
        var address = new Uri(ListeningAddress.ToOpen(configuration) + HealthEndpoints.Ready);

        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(address);
            Console.WriteLine(await response.Content.ReadAsStringAsync());
            return response.StatusCode is HttpStatusCode.OK ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            Console.WriteLine($"{address} does not answer: {exception.Message}");
            return 1;
        }
    }
}
