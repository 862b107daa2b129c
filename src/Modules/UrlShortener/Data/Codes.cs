using System.Diagnostics;
using SystemDesign.UrlShortener.Domain.Codes;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Draws from this instance's stock for one unit of work. A code is out of everybody's reach from here to the commit. If that never
/// comes it goes back into the stock; unless the unit drew again, which says that an alias has it, or another instance.
/// </summary>
/// <remarks>To be used outside a transaction: on SQLite the lease of the next block would wait for itself.</remarks>
internal sealed class Codes(UrlShortenerDb db, CodeStock stock, ICodeBlocks blocks) : ICodes, IDisposable
{
    private static readonly ActivitySource Spans = new(typeof(Codes).Assembly.GetName().Name!);

    private DrawnCode? unused;

    public async Task<string> DrawAsync(Guid linkId, CancellationToken cancellationToken)
    {
        using var span = Spans.StartActivity("DrawCode");
        unused = null;
        var drawn = await stock.DrawAsync(cancellationToken);
        unused = drawn;
        blocks.Use(db, drawn.Code, linkId);
        db.OnCommitted(() =>
        {
            unused = null;
            return Task.CompletedTask;
        });
        return drawn.Code;
    }

    public void Claim(string alias, Guid linkId) => blocks.Claim(db, alias, linkId);

    public void Dispose()
    {
        if (unused is { } code)
        {
            stock.PutBack(code);
        }
    }
}
