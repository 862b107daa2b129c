using System.Runtime.Versioning;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Startup;

/// <summary>A start that cannot succeed ends with exit code 1 and one sentence that says what to do.</summary>
public sealed class RefusalTests
{
    [EmbeddedUnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Refuses_a_data_folder_that_cannot_be_written_and_names_it()
    {
        using var files = new HostFiles();
        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.FullPath, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await using var host = HostProcess.StartUnprivileged(files, $"--Data:Path={folder.FullPath}");

        await AssertRefusedAsync(host, folder.FullPath, "Data:Path");
    }

    [EmbeddedUnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Refuses_a_database_file_that_cannot_be_written_and_names_it()
    {
        using var files = new HostFiles();
        using var folder = new TemporaryFolder();
        await MigrateAsync(folder);
        const UnixFileMode Everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder.FullPath, Everybody);
        foreach (var file in Directory.EnumerateFiles(folder.FullPath))
        {
            File.SetUnixFileMode(file, Everybody);
        }

        File.SetUnixFileMode(folder.File("users.db"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        await using var host = HostProcess.StartUnprivileged(files, $"--Data:Path={folder.FullPath}");

        await AssertRefusedAsync(host, folder.File("users.db"), "Data:Path");
    }

    [EmbeddedTheory]
    [InlineData("not a database at all")]
    [InlineData("header")]
    [InlineData("middle")]
    [InlineData("truncated")]
    public async Task Refuses_a_damaged_database_file_and_names_it(string damage)
    {
        using var folder = new TemporaryFolder();
        await MigrateAsync(folder);
        var file = folder.File("url_shortener.db");
        Damage(file, damage);
        var before = await File.ReadAllBytesAsync(file);

        var (exitCode, errors) = await EntryPoint.RunAsync($"--Data:Path={folder.FullPath}");

        AssertRefused(exitCode, errors, file, "backup");
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [EmbeddedFact]
    public async Task Refuses_a_folder_that_another_process_has()
    {
        using var folder = new TemporaryFolder();
        await using var first = HostProcess.Start($"--Data:Path={folder.FullPath}");
        await first.WaitUntilReadyAsync();
        await using var second = HostProcess.Start($"--Data:Path={folder.FullPath}");

        await AssertRefusedAsync(second, folder.FullPath, "in use by another process");
    }

    [Fact]
    public async Task Refuses_an_operators_name_that_looks_like_somebodys()
    {
        await using var data = new HostData();
        await using (var app = new App(new AppSetup { Data = data }))
        {
            using var client = app.Anonymous();
            using var registered = await client.RegisterAsync(Somebody.New() with { UserName = "superuser" });
            registered.EnsureSuccessStatusCode();
        }

        var (exitCode, errors) = await EntryPoint.RunAsync(
            [.. data.Arguments, "--Users:Operator:UserName=Super_User", "--Users:Operator:Email=super@example.org", "--Users:Operator:Password=long enough"]);

        AssertRefused(exitCode, errors, "Users:Operator:UserName", "looks like");
    }

    [Fact]
    public async Task Refuses_a_data_path_that_is_a_file()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "in the way");

        var (exitCode, errors) = await EntryPoint.RunAsync($"--Data:Path={folder.File("file")}");

        AssertRefused(exitCode, errors, folder.File("file"), "Data:Path");
    }

    [Theory]
    [InlineData("Persistence:Provider", "--Persistence:Provider=Oracle")]
    [InlineData("Persistence:ConnectionString", "--Persistence:Provider=Postgres")]
    [InlineData("Persistence:ConnectionString", "--Persistence:Provider=Postgres", "--Persistence:ConnectionString=nonsense")]
    [InlineData("Persistence:ConnectionString", "--Persistence:Provider=Postgres", "--Persistence:ConnectionString=Host=127.0.0.1;Port=1;Username=nobody")]
    [InlineData("Redis:ConnectionString", "--Redis:ConnectionString=localhost,secret=1")]
    [InlineData("Redis:ConnectionString", "--Redis:ConnectionString=localhost:port")]
    [InlineData("Redis:Prefix", "--Redis:ConnectionString=localhost", "--Redis:Prefix=")]
    [InlineData("RateLimiting:OnOutage", "--RateLimiting:OnOutage=Ajar")]
    [InlineData("RateLimiting:Groups:users.login:OnOutage", "--RateLimiting:Groups:users.login:OnOutage=Ajar")]
    [InlineData("Notifications:PublicBaseUrl", "--Notifications:Mail:Servers:0:Host=mail.example.org")]
    [InlineData("Notifications:KeepDays", "--Notifications:KeepDays=0")]
    [InlineData("Notifications:KeepDays", "--Notifications:KeepDays=many")]
    [InlineData("UrlShortener:PublicBaseUrl", "--UrlShortener:PublicBaseUrl=sho.rt")]
    [InlineData("UrlShortener:OwnHosts", "--UrlShortener:OwnHosts:0=https://www.sho.rt")]
    [InlineData("UrlShortener:OwnHosts", "--UrlShortener:OwnHosts:0=www.sho.rt", "--UrlShortener:OwnHosts:1=sho.rt:443")]
    [InlineData("UrlShortener:OwnHosts", "--UrlShortener:OwnHosts=www.sho.rt")]
    [InlineData("UrlShortener:Capacity:LinksPerSecond", "--UrlShortener:Capacity:LinksPerSecond=0")]
    [InlineData("UrlShortener:Capacity:LinksPerSecond", "--UrlShortener:Capacity:LinksPerSecond=1e30")]
    [InlineData("UrlShortener:Capacity:LinksPerSecond", "--UrlShortener:Capacity:LinksPerSecond=many")]
    [InlineData("UrlShortener:Capacity:Years", "--UrlShortener:Capacity:Years=-1")]
    [InlineData("these make it 1", "--UrlShortener:Capacity:LinksPerSecond=0.0000001", "--UrlShortener:Capacity:Years=1")]
    [InlineData("UrlShortener:Codes:Generator", "--UrlShortener:Codes:Generator=Random")]
    [InlineData("UrlShortener:Codes:Generator", "--UrlShortener:Codes:Generator=2")]
    [InlineData("UrlShortener:Codes:Block", "--UrlShortener:Codes:Block=0")]
    [InlineData("UrlShortener:Codes:PoolSize", "--UrlShortener:Codes:PoolSize=0")]
    [InlineData("UrlShortener:Codes:LeaseSeconds", "--UrlShortener:Codes:LeaseSeconds=0")]
    [InlineData("Users:Operator:Password", "--Users:Operator:UserName=operator", "--Users:Operator:Email=o@example.org")]
    [InlineData("Telemetry:OtlpEndpoint", "--Telemetry:OtlpEndpoint=localhost:4318")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "--OTEL_EXPORTER_OTLP_ENDPOINT=collector")]
    [InlineData("Telemetry:OtlpProtocol", "--Telemetry:OtlpProtocol=http/json")]
    [InlineData("Telemetry:SamplingRatio", "--Telemetry:SamplingRatio=2")]
    [InlineData("Stopping:NoticeSeconds", "--Stopping:NoticeSeconds=6")]
    [InlineData("Stopping:NoticeSeconds", "--Stopping:NoticeSeconds=-1")]
    [InlineData("PublicBaseUrll", "--UrlShortener:PublicBaseUrll=https://sho.rt")]
    [InlineData("RateLimiting:Flood:PerMinute", "--RateLimiting:Flood:PerMinute=0")]
    [InlineData("RateLimiting:Groups:users.login:PerMinute", "--RateLimiting:Groups:users.login:PerMinute=-1")]
    [InlineData("RateLimiting:Groups:users.login:PerMinute", "--RateLimiting:Groups:users.login:PerMinute=many")]
    [InlineData("RateLimiting:Groups:users.login", "--RateLimiting:Groups:users.login=5")]
    [InlineData("RateLimiting:Groups:users.logout", "--RateLimiting:Groups:users.logout:PerMinute=5")]
    [InlineData("users.login", "--RateLimiting:Groups:users.logout:PerMinute=5", "--RateLimiting:Enabled=false")]
    [InlineData("ForwardedHeaders:KnownProxies", "--ForwardedHeaders:KnownProxies:0=10.0.0.0/8")]
    [InlineData("ForwardedHeaders:KnownProxies", "--ForwardedHeaders:KnownProxies=10.0.0.1")]
    [InlineData("ForwardedHeaders:KnownNetworks", "--ForwardedHeaders:KnownNetworks:0=10.0.0.0")]
    [InlineData("ForwardedHeaders:KnownProxies", "--ForwardedHeaders_Enabled=true")]
    public async Task Refuses_a_setting_that_cannot_be_and_names_it(string setting, params string[] settings)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, errors) = await EntryPoint.RunAsync([$"--Data:Path={folder.FullPath}", .. settings]);

        AssertRefused(exitCode, errors, setting);
    }

    [Fact]
    public async Task Refuses_an_address_that_is_taken_and_names_it()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        await using var first = HostProcess.Start($"--Data:Path={folder.FullPath}");
        await first.WaitUntilReadyAsync();
        await using var second = HostProcess.StartAt(first.Address, $"--Data:Path={other.FullPath}");

        await AssertRefusedAsync(second, first.Address.Authority, "urls");
    }

    private static async Task AssertRefusedAsync(HostProcess host, params string[] words)
    {
        var (exitCode, _, errors) = await host.EndAsync();
        AssertRefused(exitCode, errors, words);
    }

    private static void AssertRefused(int exitCode, string errors, params string[] words)
    {
        Assert.Equal(1, exitCode);
        Assert.All(words, word => Assert.Contains(word, errors, StringComparison.Ordinal));
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task MigrateAsync(TemporaryFolder folder)
    {
        var (exitCode, errors) = await EntryPoint.RunAsync($"--Data:Path={folder.FullPath}", "--migrate");
        Assert.True(exitCode == 0, errors);
    }

    private static void Damage(string file, string damage)
    {
        var length = new FileInfo(file).Length;
        using var stream = new FileStream(file, FileMode.Open);
        switch (damage)
        {
            case "header":
                stream.Write(new byte[100]);
                break;
            case "middle":
                stream.Position = length / 2;
                stream.Write([.. Enumerable.Repeat((byte)0xA5, (int)(length / 2))]);
                break;
            case "truncated":
                stream.SetLength(length / 2);
                break;
            default:
                stream.SetLength(0);
                stream.Write("not a database, though it is long enough to have the header of one, and more than that, so that it is read as one."u8);
                break;
        }
    }
}
