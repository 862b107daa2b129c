namespace SystemDesign.GraphQL.Schema;

/// <summary>What a name that is not there may have been meant to be: names a few edits away, the closest first, as graphql-js gives them.</summary>
internal static class Suggestions
{
    private const int Most = 5;

    /// <summary>Of what lies between, longer names would cost more than they can be worth.</summary>
    private const int Longest = 100;

    public static string For(string name, IEnumerable<string> candidates) => name.Length > Longest
        ? string.Empty
        : DidYouMean(
        [
            .. candidates
                .Where(candidate => candidate.Length <= Longest)
                .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
                .Where(candidate => candidate.Distance <= (name.Length * 2 / 5) + 1)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Select(candidate => candidate.Name),
        ]);

    public static string ForValue(string text, EnumDefinition definition) =>
        For(text, definition.Values.Select(value => value.Name)).Replace("Did you mean", "Did you mean the enum value", StringComparison.Ordinal);

    public static string DidYouMean(IReadOnlyList<string> names, string what = "")
    {
        var quoted = names.Take(Most).Select(name => $"\"{name}\"").ToList();
        return quoted.Count switch
        {
            0 => string.Empty,
            1 => $" Did you mean {what}{quoted[0]}?",
            2 => $" Did you mean {what}{quoted[0]} or {quoted[1]}?",
            _ => $" Did you mean {what}{string.Join(", ", quoted[..^1])}, or {quoted[^1]}?",
        };
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours; a change of case alone is one edit.</summary>
    private static int Distance(string one, string other)
    {
        if (one == other)
        {
            return 0;
        }

        var (a, b) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        if (a == b)
        {
            return 1;
        }

        var (before, above, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[b.Length];
    }
}
