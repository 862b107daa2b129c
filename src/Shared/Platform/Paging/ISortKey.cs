using System.Linq.Expressions;
using System.Text.Json;

namespace SystemDesign.Platform.Paging;

/// <summary>One column that a list is sorted by.</summary>
internal interface ISortKey<TRow>
{
    IOrderedQueryable<TRow> Sort(IQueryable<TRow> rows);

    IOrderedQueryable<TRow> SortTies(IOrderedQueryable<TRow> rows);

    object ValueOf(TRow row);

    /// <summary>Whether a row comes after the value; one that has the same, if <paramref name="ties"/> says so, and never without.</summary>
    Expression IsAfter(ParameterExpression row, JsonElement value, Expression? ties);
}
