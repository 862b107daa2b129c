using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Search;

/// <summary>What somebody looks for: tweets that have all of it.</summary>
/// <param name="Terms">Words, phrases and tags.</param>
/// <param name="Authors">The keys of the names after <c>from:</c>.</param>
internal sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms, IReadOnlyList<string> Authors)
{
    private const string From = "from:";

    /// <summary>A single letter begins too many words.</summary>
    private const int LeastPrefix = 2;

    public bool IsEmpty => Terms.Count == 0 && Authors.Count == 0;

    /// <summary>Whatever it is, it means something: a quotation mark that nobody closes holds until the end, and signs that are of no word part words.</summary>
    public static SearchQuery Parse(string text)
    {
        var terms = new List<SearchTerm>();
        var authors = new List<string>();
        var parts = text.Split('"');
        for (var part = 0; part < parts.Length; part++)
        {
            if (part % 2 == 1)
            {
                AddTerm(terms, parts[part], isPrefix: false);
                continue;
            }

            var pieces = parts[part].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            for (var piece = 0; piece < pieces.Length; piece++)
            {
                var isLast = part == parts.Length - 1 && piece == pieces.Length - 1 && !char.IsWhiteSpace(text[^1]);
                Add(terms, authors, pieces[piece], isLast);
            }
        }

        return new(terms, [.. authors.Distinct(StringComparer.Ordinal)]);
    }

    private static void Add(List<SearchTerm> terms, List<string> authors, string piece, bool isLast)
    {
        if (piece.StartsWith(From, StringComparison.OrdinalIgnoreCase) && piece[From.Length..].TrimStart('@') is { Length: > 0 } name && name.All(IsOfName))
        {
            authors.Add(Person.KeyOf(name));
        }
        else if (piece[0] == '#' && TweetText.TagsIn(piece) is [{ } tag] && tag.Length >= piece.Length - 1)
        {
            terms.Add(new([SearchWords.OfTag(tag)], IsPrefix: false));
        }
        else
        {
            AddTerm(terms, piece, isLast);
        }
    }

    private static bool IsOfName(char sign) => char.IsAsciiLetterOrDigit(sign) || sign == '_';

    private static void AddTerm(List<SearchTerm> terms, string text, bool isPrefix)
    {
        var words = SearchWords.In(text);
        if (words.Count > 0)
        {
            terms.Add(new(words, isPrefix && words[^1].Length >= LeastPrefix && char.IsLetterOrDigit(text[^1])));
        }
    }
}
