using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Analytics.Data;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Analytics;

internal sealed record EventsBody(long Total, PointBody[] Points, NameBody[] Names);

internal sealed record PointBody(DateTimeOffset Start, long Count);

internal sealed record NameBody(string Name, string Module, long Count);

internal sealed record UsersBody(double StandardError, EstimateBody Total, UserPointBody[] Points);

internal sealed record UserPointBody(DateTimeOffset Start, EstimateBody Users);

internal sealed record EstimateBody(long Users, long AtLeast, long AtMost);

internal sealed record TrafficBody(string Step, TrafficPointBody[] Points, RouteBody[] Routes);

internal sealed record TrafficPointBody(DateTimeOffset Start, long Requests, double RequestsPerSecond, long ServerErrors, PercentilesBody Milliseconds);

internal sealed record RouteBody(string Route, string Method, long Requests, Dictionary<string, long> ByStatus, PercentilesBody Milliseconds);

internal sealed record PercentilesBody(double? P50, double? P95, double? P99);

internal sealed record RecordedBody(int Counted, int Known);

internal sealed record PropertiesBody(ValueBody[] Values);

internal sealed record ValueBody(string Property, string Value, long Count);

internal sealed record NetworksBody(DateOnly Day, NetworkBody[] Networks);

internal sealed record NetworkBody(string Network, long Requests);

internal sealed record ForecastBody(string Method, string Why, int KnownHours, double? CapacityRequestsPerSecond, string Outcome, DateTimeOffset? ReachedAt, object[] Days);

/// <summary>What operators read, and what their databases keep.</summary>
internal static class AnalyticsSteps
{
    public const string Root = "/api/analytics";

    /// <summary>Counting may take a fifteenth of half of it: on a busy machine the usual one is too short, and then the counting is put off.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public static readonly (string Key, string Value) NoHaste = ("Outbox:LeaseSeconds", $"{Lease.TotalSeconds}");

    public static async Task<T> ReadAsync<T>(this HttpClient client, string pathAndQuery)
    {
        using var response = await client.GetAsync(new Uri($"{Root}/{pathAndQuery}", UriKind.Relative));
        return await response.ReadAsync<T>();
    }

    /// <summary>How often each event of a module was counted, by its name.</summary>
    public static async Task<Dictionary<string, long>> CountsAsync(this HttpClient client, string module, string query = "step=day") =>
        (await client.ReadAsync<EventsBody>($"events?module={module}&{query}")).Names.ToDictionary(name => name.Name, name => name.Count);

    public static Task<HttpResponseMessage> RecordAsync(this HttpClient client, params object[] events) =>
        client.PostAsJsonAsync($"{Root}/events", new { events });

    /// <summary>Writes the requests that were counted so far, as the end of a minute does.</summary>
    public static Task FlushTrafficAsync(this App app) => app.Services.GetRequiredService<RequestCounts>().FinishAsync();

    public static Task SweepAnalyticsAsync(this App app) => app.Services.GetRequiredService<RetentionSweep>().RunAsync(CancellationToken.None);

    public static AnalyticsDb OpenAnalytics(this IServiceProvider services) => services.GetRequiredService<IDbContextFactory<AnalyticsDb>>().CreateDbContext();

    /// <summary>What was counted of an event under a step.</summary>
    public static async Task<long> SumAsync(this IServiceProvider services, string name, Step step)
    {
        await using var db = services.OpenAnalytics();
        return await db.Set<EventCount>().Where(row => row.Name == name && row.Step == step).SumAsync(row => row.Total);
    }


    public static async Task ChangeAnalyticsAsync(this IServiceProvider services, Func<AnalyticsDb, CancellationToken, Task> change)
    {
        await using var db = services.OpenAnalytics();
        await services.GetRequiredService<IWriter<AnalyticsDb>>().RunAsync(db, cancellationToken => change(db, cancellationToken), CancellationToken.None);
    }
}
