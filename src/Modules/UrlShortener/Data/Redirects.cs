using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Targets, the often used ones from memory (US-4). A link's target never changes, so what is kept is never stale;
/// that a code leads nowhere is not kept, since that does change.
/// </summary>
internal sealed class Redirects(IDbContextFactory<UrlShortenerDb> databases) : IRedirects, IDisposable
{
    /// <summary>So that those who follow each link once do not fill the memory; an address has at most 2,048 characters.</summary>
    private const int MaximumTargets = 50_000;

    private static readonly Func<UrlShortenerDb, string, CancellationToken, Task<string?>> TargetOf = EF.CompileAsyncQuery(
        (UrlShortenerDb db, string code, CancellationToken cancellationToken) =>
            db.Links.Where(link => link.Code == code).Select(link => link.Url).SingleOrDefault());

    private readonly MemoryCache targets = new(new MemoryCacheOptions { SizeLimit = MaximumTargets });

    public ValueTask<string?> FindTargetAsync(string code, CancellationToken cancellationToken) =>
        targets.TryGetValue(code, out string? target) ? new(target) : new(LoadAsync(code, cancellationToken));

    public void Dispose() => targets.Dispose();

    private async Task<string?> LoadAsync(string code, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var target = await TargetOf(db, code, cancellationToken);
        return target is null ? null : targets.Set(code, target, new MemoryCacheEntryOptions { Size = 1 });
    }
}
