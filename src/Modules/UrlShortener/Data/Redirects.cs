using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Targets, the often used ones from memory (US-4), and for a moment that a code leads nowhere.</summary>
internal sealed class Redirects([FromKeyedServices(Redirects.CacheName)] ReadThroughCache<string, string> targets) : IRedirects
{
    public const string CacheName = "url-shortener.redirects";

    /// <summary>So that those who follow each link once do not fill the memory; an address has at most 2,048 characters.</summary>
    public static readonly CacheOptions CacheOptions = new() { Limit = 50_000 };

    public static readonly Func<UrlShortenerDb, string, CancellationToken, Task<string?>> TargetOf = EF.CompileAsyncQuery(
        (UrlShortenerDb db, string code, CancellationToken cancellationToken) =>
            db.Links.Where(link => link.Code == code).Select(link => link.Url).SingleOrDefault());

    public ValueTask<string?> FindTargetAsync(string code, CancellationToken cancellationToken) => targets.GetAsync(code, cancellationToken);

    /// <summary>For whoever changes where a code leads: who follows it after the answer gets what that unit of work has saved.</summary>
    public void ForgetWhenCommitted(UrlShortenerDb db, string code) => db.OnCommitted(() => targets.RemoveAsync(code));
}
