using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>An instance that stops sends its devices elsewhere, and waits for none.</summary>
[Trait("Notes", "B2-15")]
public sealed class StopTests
{
    [Fact]
    public async Task Connections_are_closed_at_the_notice_and_nobody_is_let_in_any_more()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes, null, ("Stopping:NoticeSeconds", "5"));
        var member = await Member.OfAsync(app);
        var devices = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Device.ConnectAsync(app, member.Token)));
        using var stream = await EventStreamReader.OpenAsync(app, member.Token);
        await stream.BlockAsync();
        await stream.BlockAsync();

        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var late = Device.TryAsync(app, member.Token);

        Assert.All(await Task.WhenAll(devices.Select(device => device.ClosedAsync())), code => Assert.Equal(1001, code));
        Assert.Null(await stream.LineAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await late);
        devices.ToList().ForEach(device => device.Dispose());
    }

    [Fact]
    public async Task Devices_that_do_not_close_do_not_hold_up_the_stop()
    {
        var app = NotesModule.NewApp(new());
        var log = LogLines.Of(app);
        var member = await Member.OfAsync(app);
        using var silent = await Device.ConnectAsync(app, member.Token);
        using var stream = await EventStreamReader.OpenAsync(app, member.Token);

        await app.DisposeAsync();

        Assert.DoesNotContain(log.All, line => line.Contains("were cut", StringComparison.Ordinal));
    }
}
