using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Idempotency;

/// <summary>What a user's requests have left in the database.</summary>
internal static class KeptRows
{
    public static async Task<Guid> IdAsync(this HttpClient client) => (await client.GetFromJsonAsync<AccountBody>("/api/users/me"))!.Id;

    public static async Task<(int Links, int Keys)> CountAsync(this App app, Guid userId)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        return (await db.Links.CountAsync(link => link.OwnerId == userId), await db.Set<KeptAnswer>().CountAsync(kept => kept.UserId == userId));
    }
}
