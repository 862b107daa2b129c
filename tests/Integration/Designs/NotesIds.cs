namespace SystemDesign.Tests.Integration.Designs;

/// <summary>How many items the study notes have on each case, so that a design can leave none out.</summary>
internal static class NotesIds
{
    private static readonly Dictionary<string, (string Prefix, int Count)> Cases = new()
    {
        ["url-shortener"] = ("US", 5),
        ["whatsapp"] = ("WA", 6),
        ["twitter"] = ("TW", 15),
        ["dropbox"] = ("DB", 10),
        ["instagram"] = ("IG", 14),
        ["tinder"] = ("TI", 16),
        ["amazon"] = ("AZ", 14),
        ["airbnb"] = ("AB", 15),
    };

    public static IEnumerable<string> Of(string module)
    {
        var (prefix, count) = Cases[module];
        return Enumerable.Range(1, count).Select(number => $"{prefix}-{number}");
    }
}
