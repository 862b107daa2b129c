using System.Linq.Expressions;

namespace SystemDesign.Platform.Persistence;

/// <summary>When rows of a table have lasted their time.</summary>
/// <param name="Sweep">What an operator reads: kebab case.</param>
/// <param name="Since">The instant that counts; it has an index.</param>
/// <param name="Keep">How long they are kept from then on.</param>
internal sealed record Expiry<TDb, TRow>(string Sweep, Expression<Func<TRow, DateTimeOffset>> Since, TimeSpan Keep)
    where TDb : ModuleDb
    where TRow : class
{
    /// <summary>Those that have lasted since this instant or longer.</summary>
    public IQueryable<TRow> Until(DateTimeOffset instant, IQueryable<TRow> rows)
    {
        var bound = Expression.Field(Expression.Constant(new Bound(instant)), nameof(Bound.Value));
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(Expression.LessThanOrEqual(Since.Body, bound), Since.Parameters));
    }

    /// <summary>A field of an object, which EF Core makes a parameter of; a constant would be a new query each time.</summary>
    private sealed class Bound(DateTimeOffset value)
    {
        public readonly DateTimeOffset Value = value;
    }
}
