using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace SystemDesign.Platform.Paging;

/// <inheritdoc cref="ISortKey{TRow}"/>
internal sealed class SortKey<TRow, TKey>(Expression<Func<TRow, TKey>> key, bool descending) : ISortKey<TRow>
    where TKey : notnull, IComparable<TKey>
{
    /// <summary>What EF Core knows as the comparison of any type, text included, which has no operator for it.</summary>
    private static readonly MethodInfo CompareTo = typeof(TKey).GetMethod(nameof(IComparable<>.CompareTo), [typeof(TKey)])!;

    private readonly Func<TRow, TKey> read = key.Compile();

    public IOrderedQueryable<TRow> Sort(IQueryable<TRow> rows) => descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    public IOrderedQueryable<TRow> SortTies(IOrderedQueryable<TRow> rows) => descending ? rows.ThenByDescending(key) : rows.ThenBy(key);

    public object ValueOf(TRow row) => read(row);

    public Expression IsAfter(ParameterExpression row, JsonElement value, Expression? ties)
    {
        var order = Expression.Call(Expression.Invoke(key, row), CompareTo, Parameter(value));
        var none = Expression.Constant(0);
        var (isPast, isPastOrEqual) = descending
            ? (Expression.LessThan(order, none), Expression.LessThanOrEqual(order, none))
            : (Expression.GreaterThan(order, none), Expression.GreaterThanOrEqual(order, none));

        // Past it, or equal and then by the next key. Written with the range outside, which is what finds its way in an index.
        return ties is null ? isPast : Expression.AndAlso(isPastOrEqual, Expression.OrElse(isPast, ties));
    }

    /// <summary>A field of an object, which EF Core makes a parameter of; a constant would be a new query for each page.</summary>
    private static MemberExpression Parameter(JsonElement value) => Expression.Field(
        Expression.Constant(new Bound(value.Deserialize<TKey>(Position.Json) ?? throw Cursor.Invalid())), nameof(Bound.Value));

    private sealed class Bound(TKey value)
    {
        public readonly TKey Value = value;
    }
}
