namespace SystemDesign.GraphQL.Language;

/// <summary>Section 2.9.4, BlockStringValue(): common indentation goes, and so do blank lines at both ends.</summary>
internal static class BlockStrings
{
    public static string ValueOf(IReadOnlyList<string> lines)
    {
        var first = Enumerable.Range(0, lines.Count).FirstOrDefault(index => !IsBlank(lines[index]), lines.Count);
        var last = Enumerable.Range(0, lines.Count).LastOrDefault(index => !IsBlank(lines[index]), -1);
        var indent = lines.Skip(1).Where(line => !IsBlank(line)).Select(IndentOf).DefaultIfEmpty(0).Min();
        return string.Join('\n', Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(index =>
            index == 0 ? lines[0] : lines[index][Math.Min(indent, lines[index].Length)..]));
    }

    private static bool IsBlank(string line) => IndentOf(line) == line.Length;

    private static int IndentOf(string line) => line.AsSpan().IndexOfAnyExcept(' ', '\t') is var indent and >= 0 ? indent : line.Length;
}
