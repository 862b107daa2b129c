using System.Linq.Expressions;
using System.Text.Json;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Platform.Paging;

/// <summary>
/// The order of a list: <c>new Keyset&lt;Link&gt;().Descending(link => link.Id)</c>. The last key must be unique, so that each row
/// has one place in it; none may be null in the database, where null is before or after everything, depending on whose it is.
/// There should be an index on what the list is filtered by and then the keys.
/// </summary>
public sealed class Keyset<TRow>
{
    private readonly ISortKey<TRow>[] keys;

    public Keyset()
        : this([])
    {
    }

    private Keyset(ISortKey<TRow>[] keys) => this.keys = keys;

    public Keyset<TRow> Ascending<TKey>(Expression<Func<TRow, TKey>> key)
        where TKey : notnull, IComparable<TKey> => new([.. keys, new SortKey<TRow, TKey>(key, descending: false)]);

    public Keyset<TRow> Descending<TKey>(Expression<Func<TRow, TKey>> key)
        where TKey : notnull, IComparable<TKey> => new([.. keys, new SortKey<TRow, TKey>(key, descending: true)]);

    internal IQueryable<TRow> Sort(IQueryable<TRow> rows) =>
        keys[1..].Aggregate(keys[0].Sort(rows), (sorted, key) => key.SortTies(sorted));

    internal byte[] PositionOf(TRow row) => Position.Write(keys.Select(key => key.ValueOf(row)));

    /// <exception cref="InvalidException">The position is none in this order.</exception>
    internal IQueryable<TRow> After(byte[] position, IQueryable<TRow> rows)
    {
        try
        {
            var values = Position.Read(position);
            return values.Length == keys.Length ? rows.Where(IsAfter(values)) : throw Cursor.Invalid();
        }
        catch (JsonException)
        {
            throw Cursor.Invalid();
        }
    }

    private Expression<Func<TRow, bool>> IsAfter(JsonElement[] values)
    {
        var row = Expression.Parameter(typeof(TRow));
        var condition = keys.Zip(values).Reverse().Aggregate((Expression?)null, (ties, key) => key.First.IsAfter(row, key.Second, ties));
        return Expression.Lambda<Func<TRow, bool>>(condition!, row);
    }
}
