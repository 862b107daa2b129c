using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Security;

/// <summary>
/// Keeps the key ring in the database, so that every instance reads the tokens of every other, also after a restart.
/// The framework's interface is synchronous; it is called at start and when a key is due (every 90 days).
/// </summary>
internal sealed class KeyRepository(IDbContextFactory<PlatformDb> databases, IWriter<PlatformDb> writer) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        StoreAsync(element, friendlyName).GetAwaiter().GetResult();
    }

    private async Task StoreAsync(XElement element, string friendlyName)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.ProtectionKeys.Add(new() { Id = Guid.CreateVersion7(), FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        await writer.SaveAsync(db, CancellationToken.None);
    }
}
