using System.Text;
using System.Text.RegularExpressions;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>An e-mail as a server took it, or as it lies in a file.</summary>
/// <param name="Recipients">Of the envelope.</param>
/// <param name="Lines">Of the message.</param>
internal sealed partial record ReceivedMail(IReadOnlyList<string> Recipients, IReadOnlyList<string> Lines)
{
    public string MessageId => Header("Message-ID")!;

    public string Subject => EncodedWord().Replace(
        Regex.Replace(Header("Subject")!, @"\?=\s+=\?", "?==?"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    /// <summary>All of the message's own, unfolded.</summary>
    public IReadOnlyList<string> Headers => HeadersOf(Lines);

    /// <summary>Its code, if it is one that confirms an address.</summary>
    public string Code => SixDigits().Match(Text).Value;

    public static async Task<ReceivedMail> ReadAsync(string file) => new([], await System.IO.File.ReadAllLinesAsync(file));

    /// <returns>Nothing if there is none.</returns>
    public string? Header(string name) => Find(Headers, name);

    private static string? Find(IReadOnlyList<string> headers, string name) =>
        headers.SingleOrDefault(header => header.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private string Part(string type)
    {
        var whole = string.Join('\n', Lines);
        var boundary = Boundary().Match(Header("Content-Type")!);
        var parts = boundary.Success ? whole.Split($"--{boundary.Groups[1].Value}")[1..] : [whole];
        var part = parts.Select(text => text.TrimStart('\n').Split('\n')).Single(lines => Find(HeadersOf(lines), "Content-Type")?.StartsWith(type, StringComparison.Ordinal) is true);
        Assert.Equal("base64", Find(HeadersOf(part), "Content-Transfer-Encoding"));
        return Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(part.SkipWhile(line => line.Length > 0))));
    }

    private static List<string> HeadersOf(IReadOnlyList<string> lines)
    {
        var headers = new List<string>();
        foreach (var line in lines.TakeWhile(line => line.Length > 0))
        {
            if (line[0] is ' ' or '\t')
            {
                headers[^1] += $" {line.Trim()}";
            }
            else
            {
                headers.Add(line);
            }
        }

        return headers;
    }

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
