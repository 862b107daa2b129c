using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.S3;
using Microsoft.Extensions.Logging.Abstractions;
using SystemDesign.Platform.Storage;
using SystemDesign.Platform.Storage.S3;
using SystemDesign.Tests.Integration.Storage.Stores;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Storage;

/// <summary>What only S3 has.</summary>
public sealed class S3Tests
{
    private const string Name = "a";

    [S3Fact]
    public async Task The_server_itself_keeps_the_storage_class()
    {
        await using var test = await S3UnderTest.StartAsync();
        var options = S3UnderTest.OptionsFor(Profile.S3!, test.Options.Bucket!);
        using var direct = S3Connection.Open(options);
        var store = new S3Objects(direct, options, NullLogger<S3Objects>.Instance);
        await store.PutAsync(Name, new MemoryStream([1]), 1, default);

        await store.FreezeAsync(Name, default);

        var head = await direct.GetObjectMetadataAsync(options.Bucket, Name);
        Assert.Equal(S3StorageClass.Glacier, head.StorageClass);
        Assert.Equal(StorageTier.Cold, (await store.FindAsync(Name, default))?.Tier);
    }

    [S3Fact]
    public async Task A_restore_is_asked_for_once_with_its_days_and_its_tier()
    {
        await using var test = await S3UnderTest.StartAsync();
        await test.Store.PutAsync(Name, new MemoryStream([1]), 1, default);
        await test.Store.FreezeAsync(Name, default);

        await test.Store.ThawAsync(Name, default);
        await test.Store.ThawAsync(Name, default);

        var asked = Assert.Single(test.Archive.Restores);
        Assert.Equal("3", asked.Descendants().Single(element => element.Name.LocalName == "Days").Value);
        Assert.Equal("Standard", asked.Descendants().Single(element => element.Name.LocalName == "Tier").Value);
    }

    [S3Fact]
    public async Task Parts_of_an_upload_that_failed_are_removed()
    {
        await using var test = await S3UnderTest.StartAsync();

        await Assert.ThrowsAsync<HttpIOException>(() => test.Store.PutAsync(Name, new BreakingStream(new byte[9_000_000]), 20_000_000, default));

        Assert.Single(test.Archive.Aborted);
    }

    [S3Fact]
    public async Task Parts_whose_process_has_died_are_removed_after_a_while()
    {
        await using var test = await S3UnderTest.StartAsync();
        var now = DateTimeOffset.UtcNow;
        test.Archive.Unfinished["old"] = now.AddDays(-2);
        test.Archive.Unfinished["new"] = now;

        await test.Store.RemoveLeftoversAsync(now.AddDays(-1), default);

        Assert.Equal("old", Assert.Single(test.Archive.Aborted));
    }

    [S3Fact]
    public async Task A_server_that_does_not_list_parts_tidies_up_by_itself()
    {
        await using var test = await S3UnderTest.StartAsync();
        var options = S3UnderTest.OptionsFor(Profile.S3!, test.Options.Bucket!);
        using var direct = S3Connection.Open(options);

        await new S3Objects(direct, options, NullLogger<S3Objects>.Instance).RemoveLeftoversAsync(DateTimeOffset.UtcNow, default);
    }

    [S3Fact]
    public async Task The_application_keeps_its_objects_there()
    {
        await using var test = await S3UnderTest.StartAsync();
        await using var app = new App([.. SettingsOf(Profile.S3!, test.Options.Bucket!)]);
        using var client = app.Anonymous();

        // A server that takes more than two seconds to answer is called slow, and asked again.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await StorageStatusAsync(client) != "healthy")
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task An_instance_whose_store_is_away_is_ready_and_says_what_it_cannot_do()
    {
        await using var app = new App([.. SettingsOf($"http://127.0.0.1:{FreePort.Next()}", "somewhere")]);
        using var client = app.Anonymous();

        Assert.Equal("degraded", await StorageStatusAsync(client));
        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task A_store_that_is_away_is_told_from_one_that_has_not_what_is_asked_for()
    {
        var options = S3UnderTest.OptionsFor($"http://127.0.0.1:{FreePort.Next()}", "somewhere");
        using var nowhere = S3Connection.Open(options);

        await Assert.ThrowsAsync<StorageAwayException>(() => new S3Objects(nowhere, options, NullLogger<S3Objects>.Instance).FindAsync(Name, default));
    }

    private static IEnumerable<(string Key, string Value)> SettingsOf(string address, string bucket) =>
    [
        ("Storage:Provider", "S3"),
        ("Storage:S3:ServiceUrl", address),
        ("Storage:S3:Bucket", bucket),
        ("Storage:S3:AccessKey", "S3RVER"),
        ("Storage:S3:SecretKey", "S3RVER"),
        ("Storage:S3:ForcePathStyle", "true"),
    ];

    private static async Task<string?> StorageStatusAsync(HttpClient client)
    {
        var report = await client.GetFromJsonAsync<JsonNode>("/health/ready");
        return (string?)report!["checks"]!.AsArray().Single(check => (string?)check!["name"] == "storage")!["status"];
    }
}
