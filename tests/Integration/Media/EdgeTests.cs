using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Platform.Signals;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>What the edge remembers, shares and forgets.</summary>
[Trait("Notes", "WA-6"), Trait("Notes", "B2-22")]
public sealed class EdgeTests(MediaApp app) : IClassFixture<MediaApp>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(null)]
    [InlineData("bytes=300000-300009")]
    public async Task A_hundred_that_miss_at_once_read_the_store_once_and_who_comes_later_not_at_all(string? range)
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(range is null ? 16_000 : 400_000), "image/png");
        var (asked, open) = (new TaskCompletionSource(), new TaskCompletionSource());
        app.Store.Before = (call, of) => (call, of) == ("open", name) ? WaitAsync() : Task.CompletedTask;
        (string, string)[] headers = range is null ? [] : [("Range", range)];

        var readers = Enumerable.Range(0, 100).Select(_ => app.SendAsync($"/cdn/{name}", "GET", headers)).ToList();
        await asked.Task.WaitAsync(Patience);
        open.SetResult();
        var responses = await Task.WhenAll(readers);
        using var late = await app.SendAsync($"/cdn/{name}", "GET", headers);

        var expected = await late.Content.ReadAsByteArrayAsync();
        foreach (var response in responses)
        {
            Assert.Equal(late.StatusCode, response.StatusCode);
            Assert.Equal(expected, await response.Content.ReadAsByteArrayAsync());
            response.Dispose();
        }

        Assert.Equal(1, app.Store.Count("open", name));

        Task WaitAsync()
        {
            asked.TrySetResult();
            return open.Task;
        }
    }

    [Fact]
    public async Task A_store_that_fails_is_unavailable_for_all_who_wait_and_is_asked_anew_by_the_next()
    {
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await app.KeepAsync(bytes);
        app.Store.Before = (call, of) => (call, of) == ("open", name) ? throw new IOException("The disk is gone.") : Task.CompletedTask;
        for (var round = 0; round < 3; round++)
        {
            using var response = await app.SendAsync($"/cdn/{name}");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "2", "no-store"), (response.StatusCode, response.Header("Retry-After"), response.Header("Cache-Control")));
            Assert.Equal("media.origin-unavailable", (await response.ProblemAsync()).Code);
        }

        app.Store.Before = (_, _) => Task.CompletedTask;
        Assert.Equal(bytes, await app.BytesAsync(name));
    }

    [Fact]
    public async Task Who_hangs_up_costs_the_others_nothing()
    {
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await app.KeepAsync(bytes);
        var (asked, open) = (new TaskCompletionSource(), new TaskCompletionSource());
        app.Store.Before = (call, of) =>
        {
            asked.TrySetResult();
            return (call, of) == ("open", name) ? open.Task : Task.CompletedTask;
        };
        using var patience = new CancellationTokenSource();
        var first = app.Client.GetAsync($"/cdn/{name}", patience.Token);
        await asked.Task.WaitAsync(Patience);
        var other = app.BytesAsync(name);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        open.SetResult();

        Assert.Equal(bytes, await other);
        Assert.Equal(1, app.Store.Count("open", name));
    }

    [Fact]
    public async Task What_was_read_is_read_again_without_database_and_store()
    {
        var bytes = MediaSteps.SomeBytes(20_000);
        var name = await app.KeepAsync(bytes);
        await app.BytesAsync(name);
        var queries = app.App.Queries.With(name);

        for (var read = 0; read < 50; read++)
        {
            Assert.Equal(bytes, await app.BytesAsync(name));
        }

        Assert.Equal((queries, 1), (app.App.Queries.With(name), app.Store.Count("open", name)));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_when_the_deletion_is_answered_however_many_read_it_meanwhile()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(20_000));
        await app.BytesAsync(name);
        using var deleted = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(_ => ReadUntilAsync(name, deleted.Token)).ToList();

        await app.DeleteAsync(name);

        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync($"/cdn/{name}"));
        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync($"/cdn/{name}", "HEAD"));
        await deleted.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync($"/cdn/{name}"));
    }

    [Fact]
    public async Task An_object_that_is_closed_needs_a_signature_at_once_and_one_that_is_opened_none()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(1_000));
        await app.BytesAsync(name);

        await SetPublicFilesAsync(name, 0);
        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync($"/cdn/{name}"));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(app.Signed(name, TimeSpan.FromMinutes(1))));

        await SetPublicFilesAsync(name, 1);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync($"/cdn/{name}"));
    }

    [Fact]
    public async Task Who_is_not_told_of_a_deletion_notices_within_a_minute()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(1_000));
        await app.BytesAsync(name);
        await app.ForgetRowAsync(name);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync($"/cdn/{name}"));

        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync($"/cdn/{name}"));
    }

    [Fact]
    public async Task The_edge_never_holds_more_than_it_may_whatever_is_read()
    {
        const int Limit = 1024 * 1024;
        await using var small = new MediaApp(data: null, ("Cdn:EdgeBytes", $"{Limit}"));
        for (var number = 0; number < 12; number++)
        {
            var bytes = MediaSteps.SomeBytes(300_000);
            Assert.Equal(bytes, await small.BytesAsync(await small.KeepAsync(bytes)));
        }

        var figures = small.App.Services.GetRequiredService<IEdge>().Read();
        Assert.InRange(figures.Bytes, Limit / 2, Limit);
        Assert.True(figures.Evictions > 0);
    }

    [RedisFact]
    public async Task What_one_instance_deletes_is_gone_at_another_when_it_hears_of_it()
    {
        await using var data = MigratedData.Copy();
        await using var one = new MediaApp(data);
        await using var other = new MediaApp(data);
        var name = await one.KeepAsync(MediaSteps.SomeBytes(20_000));
        await one.BytesAsync(name);
        await other.BytesAsync(name);
        await HearAsync(one, other);

        await one.DeleteAsync(name);
        await HearAsync(one, other);

        Assert.Equal(HttpStatusCode.NotFound, await one.StatusAsync($"/cdn/{name}"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"/cdn/{name}"));
        Assert.Equal(0, other.App.Services.GetRequiredService<IEdge>().Read().Segments);
    }

    [DistributedFact]
    public async Task An_address_that_one_instance_signed_is_good_at_another()
    {
        await using var data = MigratedData.Copy();
        await using var one = new MediaApp(data);
        await using var other = new MediaApp(data);
        var name = await one.KeepAsync(MediaSteps.SomeBytes(100), isPublic: false);

        Assert.Equal(HttpStatusCode.OK, await other.StatusAsync(one.Signed(name, TimeSpan.FromMinutes(1))));
    }

    /// <summary>Signals of one sender come in order: when the last has come, so have those before it.</summary>
    private static async Task HearAsync(MediaApp from, MediaApp to)
    {
        await Task.WhenAll(((RedisSignals)SignalsOf(from)).Listening, ((RedisSignals)SignalsOf(to)).Listening).WaitAsync(Patience);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = SignalsOf(to).Subscribe("tests.arrival", _ => arrived.TrySetResult());
        Assert.True(await SignalsOf(from).SendAsync("tests.arrival", string.Empty));
        await arrived.Task.WaitAsync(Patience);
    }

    private static ISignals SignalsOf(MediaApp instance) => instance.App.Services.GetRequiredService<ISignals>();

    private async Task ReadUntilAsync(string name, CancellationToken deleted)
    {
        while (!deleted.IsCancellationRequested)
        {
            Assert.Contains(await app.StatusAsync($"/cdn/{name}"), new[] { HttpStatusCode.OK, HttpStatusCode.NotFound });
        }
    }

    private async Task SetPublicFilesAsync(string name, int count)
    {
        await app.SetAsync(name, publicFiles: count);
        await app.PurgeAsync(name);
    }
}
