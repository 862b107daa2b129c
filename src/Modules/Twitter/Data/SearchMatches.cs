using System.Globalization;
using SystemDesign.Twitter.Domain.Search;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// What is looked for, in the language of each database. Every word is quoted, and words are letters, digits and underscores, after a sign at most:
/// so nothing that somebody types is taken for an operator.
/// </summary>
internal static class SearchMatches
{
    /// <summary>Rows of <see cref="Rows.SearchDocument"/>, from the newest on without sorting, since the index is walked by its row numbers.</summary>
    public const string OnSqlite =
        """
        SELECT hit.rowid AS place, document.tweet_id FROM {search_index} AS hit CROSS JOIN {search_documents} AS document
        WHERE hit.words MATCH {0} AND document.place = hit.rowid
        """;

    /// <inheritdoc cref="OnSqlite"/>
    public const string OnPostgres =
        """
        SELECT document.place, document.tweet_id FROM {search_documents} AS document JOIN {search_index} AS hit ON hit.place = document.place
        WHERE hit.words @@ {0}::tsquery
        """;

    public static string ForSqlite(IEnumerable<SearchTerm> terms) => string.Join(
        " AND ", terms.Select(term => string.Create(CultureInfo.InvariantCulture, $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? " *" : string.Empty)}")));

    public static string ForPostgres(IEnumerable<SearchTerm> terms) => string.Join(
        " & ", terms.Select(term => string.Create(CultureInfo.InvariantCulture, $"('{string.Join("' <-> '", term.Words)}'{(term.IsPrefix ? ":*" : string.Empty)})")));
}
