using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Idempotency;

/// <summary>Requests that wait for another with their key, whose transaction does not come to its end.</summary>
public sealed class WaitingRequestTests(App app) : IClassFixture<App>
{
    private const string Target = "https://example.org/waits";

    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [EmbeddedFact]
    public async Task While_the_writer_is_busy_the_second_of_two_is_told_after_5_seconds_and_given_the_answer_later()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var holding = HoldAsync(_ => Task.CompletedTask);
        await held.Task;
        var waits = app.Clock.NextWaitOf(TimeSpan.FromSeconds(5));

        var requests = new List<Task<HttpResponseMessage>> { client.ShortenUnderAsync("busy", Target), client.ShortenUnderAsync("busy", Target) };
        await waits;
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        var told = await Task.WhenAny(requests);
        released.SetResult();
        await holding;

        await AssertInUseAsync(await told);
        using var created = await Assert.Single(requests, request => request != told);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        using var again = await client.ShortenUnderAsync("busy", Target);
        Assert.Equal(created.Headers.Location, again.Headers.Location);
        Assert.Equal((1, 1), await app.CountAsync(await client.IdAsync()));
    }

    [DistributedFact]
    public async Task While_another_instance_holds_the_key_a_request_is_told_after_5_seconds()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var holding = HoldKeyAsync(await client.IdAsync());
        await held.Task;
        var waits = app.Clock.NextWaitOf(TimeSpan.FromSeconds(5));

        var request = client.ShortenUnderAsync("held", Target);
        await waits;
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        using var told = await request;
        released.SetResult();
        await Assert.ThrowsAsync<InjectedFault>(() => holding);

        await AssertInUseAsync(told);
        using var again = await client.ShortenUnderAsync("held", Target);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal((1, 1), await app.CountAsync(await client.IdAsync()));
    }

    [DistributedFact]
    public async Task When_another_instance_that_holds_the_key_gives_up_the_one_that_waits_succeeds()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var holding = HoldKeyAsync(await client.IdAsync());
        await held.Task;
        var waits = app.Clock.NextWaitOf(TimeSpan.FromSeconds(5));

        var request = client.ShortenUnderAsync("held", Target);
        await waits;
        released.SetResult();
        await Assert.ThrowsAsync<InjectedFault>(() => holding);

        using var created = await request;
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal((1, 1), await app.CountAsync(await client.IdAsync()));
    }

    private static async Task AssertInUseAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal("idempotency-key-in-use", problem.Code);
        Assert.Equal(["Idempotency-Key"], problem.Errors!.Keys);
    }

    private Task HoldKeyAsync(Guid userId) => HoldAsync(async db =>
    {
        db.Add(new KeptAnswer
        {
            UserId = userId,
            Key = "held",
            Operation = "ShortenLink",
            RequestHash = new byte[32],
            Answer = "{}",
            CreatedAt = app.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        held.SetResult();
        await released.Task;
        throw new InjectedFault();
    });

    /// <summary>A transaction that ends when the test says so.</summary>
    private async Task HoldAsync(Func<UrlShortenerDb, Task> work)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().RunAsync(
            db,
            async _ =>
            {
                await work(db);
                held.TrySetResult();
                await released.Task;
            },
            CancellationToken.None);
    }

    private sealed class InjectedFault : Exception;
}
