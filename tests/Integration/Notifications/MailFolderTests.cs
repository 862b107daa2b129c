using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

public sealed class MailFolderTests
{
    [Fact]
    public async Task Without_a_server_email_is_written_to_files_that_mail_programs_open()
    {
        await using var app = new NotifiedApp();
        var folder = app.App.Services.GetRequiredService<IDataFolder>().File("mail");
        var (ada, adaId) = await app.SomebodyAsync();
        using var set = await ada.PutAsJsonAsync("/api/notifications/contacts/email", new { address = "ada@example.org" });
        await app.DeliverAsync();
        var code = (await ReceivedMail.ReadAsync(Assert.Single(Directory.GetFiles(folder)))).Code;
        using var confirmed = await ada.PostAsJsonAsync("/api/notifications/contacts/email/confirm", new { code });
        Assert.Equal("ada@example.org", (await confirmed.ReadAsync<ContactBody>()).Address);

        await app.AskAsync(adaId, "Shipped", body: "Two parcels");
        await app.DeliverAsync();

        var id = Assert.Single(await app.DeliveriesAsync()).Id;
        var mail = await ReceivedMail.ReadAsync(Path.Combine(folder, $"{id:N}.eml"));
        Assert.Equal("Shipped", mail.Subject);
        Assert.Contains("ada@example.org", mail.Header("To"), StringComparison.Ordinal);
        Assert.Contains("Two parcels", mail.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder));
    }
}
