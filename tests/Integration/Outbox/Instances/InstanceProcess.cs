using System.Net.Http.Json;
using SystemDesign.Tests.Instances.Steps;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox.Instances;

/// <summary>An instance of <c>tests/Instances</c> in a process of its own.</summary>
internal sealed class InstanceProcess : IAsyncDisposable
{
    private readonly HostProcess process;
    private readonly HttpClient client;

    private InstanceProcess(HostProcess process)
    {
        this.process = process;
        client = process.Client();
    }

    public static async Task<InstanceProcess> StartAsync(params string[] settings)
    {
        var instance = new InstanceProcess(HostProcess.StartProgram("SystemDesign.Tests.Instances.dll", settings));
        try
        {
            await instance.process.WaitUntilReadyAsync();
            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }

    public Task KillAsync() => process.KillAsync();

    public Task StopAsync() => process.StopAsync();

    public Task ContinueAsync() => process.ContinueAsync();

    /// <summary>Tells the next events of each key.</summary>
    /// <returns>The last number of each key; nothing if that was not answered, or not with success.</returns>
    public async Task<IReadOnlyDictionary<string, int>?> TryTellAsync(int count, params string[] keys)
    {
        try
        {
            using var response = await client.PostAsync(new Uri($"/tell?count={count}&{string.Join('&', keys.Select(key => $"key={key}"))}", UriKind.Relative), null);
            return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<Dictionary<string, int>>() : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// As above, until it is answered. A busy machine with stopped instances was seen to refuse one; that they hold what it needs, until the
    /// server ends their sessions, is likely and not shown.
    /// </summary>
    public async Task TellAsync(int count, params string[] keys)
    {
        const int Patience = 10;
        for (var attempt = 1; await TryTellAsync(count, keys) is null; attempt++)
        {
            Assert.InRange(attempt, 1, Patience);
        }
    }

    /// <summary>Delivers what there is.</summary>
    /// <param name="at">The step at which its process ends or stops; 0 for none.</param>
    /// <param name="ending">Which of the two.</param>
    /// <returns>Nothing if the process ended.</returns>
    public async Task<Walked?> DispatchAsync(int at = 0, Ending ending = Ending.Kill)
    {
        try
        {
            using var response = await client.PostAsync(new Uri($"/dispatch?at={at}&ending={ending}", UriKind.Relative), null);
            return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Walked>();
        }
        catch (Exception exception) when (exception is HttpRequestException { StatusCode: null } or IOException)
        {
            await process.EndAsync();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await process.DisposeAsync();
    }
}
