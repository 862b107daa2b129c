using Microsoft.EntityFrameworkCore;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Draws until a code is free. Whether it still is when the link is saved, the unique index decides; two requests that
/// draw the same of 3.5 trillion in the same millisecond are not worth more.
/// </summary>
internal sealed class Codes(UrlShortenerDb db) : ICodes
{
    private static readonly Func<UrlShortenerDb, string, CancellationToken, Task<bool>> IsTaken = EF.CompileAsyncQuery(
        (UrlShortenerDb db, string code, CancellationToken cancellationToken) => db.Links.Any(link => link.Code == code));

    public async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        string code;
        do
        {
            code = LinkCode.Random();
        }
        while (await IsTaken(db, code, cancellationToken));

        return code;
    }
}
