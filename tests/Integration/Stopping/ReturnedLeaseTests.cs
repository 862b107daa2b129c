using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;

namespace SystemDesign.Tests.Integration.Stopping;

/// <summary>What a process has leased is anybody's as soon as it has stopped, and not when the lease ends.</summary>
public sealed class ReturnedLeaseTests
{
    [DistributedFact]
    public async Task Events_on_their_way_to_a_handler_are_given_back()
    {
        const string Claimed = "name LIKE 'users.user-deleted%' AND leased_until IS NOT NULL AND settled_at IS NULL";
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start([.. data.Arguments, "--Outbox:LeaseSeconds=3600"]);
        await host.WaitUntilReadyAsync();
        using var client = host.Client();
        var somebody = await client.RegisteredAsync();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        await using var table = await LockedTable.LockAsync(data, "url_shortener.erasures");
        using var left = await client.LeaveAsync(somebody.Password);
        await data.UntilAnyAsync("users.outbox", Claimed);

        await host.TerminateAsync();
        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Equal(0, await data.CountAsync("users.outbox", Claimed));
        Assert.Equal(1, await data.CountAsync("users.outbox", "name LIKE 'users.user-deleted%' AND leased_until IS NULL AND settled_at IS NULL"));
    }

    [DistributedFact]
    public async Task Codes_of_the_pool_that_were_not_drawn_are_given_back()
    {
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start([.. data.Arguments, "--UrlShortener:Codes:Generator=Pool", "--UrlShortener:Codes:LeaseSeconds=86400"]);
        await host.WaitUntilReadyAsync();
        using var client = await host.Client().SignedInAsync();
        await client.ShortenedAsync();
        Assert.NotEqual(0, await data.CountAsync("url_shortener.code_pool", "leased_until IS NOT NULL"));

        await host.TerminateAsync();
        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Equal(0, await data.CountAsync("url_shortener.code_pool", "leased_until IS NOT NULL OR lease IS NOT NULL"));
        Assert.Equal(1, await data.CountAsync("url_shortener.code_pool", "link_id IS NOT NULL"));
    }

    [DistributedFact]
    public async Task Links_of_a_user_who_left_that_are_being_erased_are_given_back()
    {
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start(data.Arguments);
        await host.WaitUntilReadyAsync();
        using var client = host.Client();
        var somebody = await client.RegisteredAsync();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        await client.ShortenedAsync();
        await using var table = await LockedTable.LockAsync(data, "url_shortener.reports");
        using var left = await client.LeaveAsync(somebody.Password);
        await data.UntilAnyAsync("url_shortener.erasures", "not_before IS NOT NULL");

        await host.TerminateAsync();
        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Equal(1, await data.CountAsync("url_shortener.erasures", "not_before IS NULL"));
    }
}
