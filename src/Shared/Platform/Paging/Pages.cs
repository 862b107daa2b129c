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
        return ToFirstPage(found, order, list, page.Limit);
    }

    /// <summary>The first page of a list whose rows were read together with those of others; its cursor is the same as that of a page that was read alone.</summary>
    /// <param name="rows">In their order, one more than the page may have, if there are as many.</param>
    /// <param name="order">Of the list.</param>
    /// <param name="list">See <see cref="ToPageAsync"/>.</param>
    /// <param name="limit">The most items of the page.</param>
    public static Page<TRow> ToFirstPage<TRow>(this IReadOnlyList<TRow> rows, Keyset<TRow> order, string list, int limit) => rows.Count <= limit
        ? new(rows, Next: null)
        : new([.. rows.Take(limit)], Cursor.Write(list, order.PositionOf(rows[limit - 1])));
}
