using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Platform.Paging;

public static class Pages
{
    /// <summary>
    /// One page of a query, by position and never by offset: what is there throughout is shown once, whatever others add or
    /// delete between two pages, and the last page costs what the first does.
    /// </summary>
    /// <param name="rows">All of the list, not sorted.</param>
    /// <param name="order">Of the list.</param>
    /// <param name="list">Names this very list, whose it is and what it is filtered by included: cursors of others are refused.</param>
    /// <param name="page">What the client asked for.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <exception cref="InvalidException"><c>invalid-cursor</c>: it is not one of this list.</exception>
    public static async Task<Page<TRow>> ToPageAsync<TRow>(
        this IQueryable<TRow> rows, Keyset<TRow> order, string list, PageRequest page, CancellationToken cancellationToken)
    {
        var rest = page.Cursor is { } cursor ? order.After(Cursor.Read(list, cursor), rows) : rows;

        // One more than asked for tells whether there is a next page.
        var found = await order.Sort(rest).Take(page.Limit + 1).ToListAsync(cancellationToken);
        return found.Count <= page.Limit
            ? new(found, Next: null)
            : new(found[..page.Limit], Cursor.Write(list, order.PositionOf(found[page.Limit - 1])));
    }
}
