using System.Text;
using System.Text.Json.Nodes;
using SystemDesign.GraphQL;
using SystemDesign.Tests.GraphQL.Support;

namespace SystemDesign.Tests.GraphQL;

public sealed class FuzzTests
{
    private const string Pieces = "{}()[]!$@:=|&\"\\#.,\n\u00e9\0 0-1eE_abTFQ";

    private static readonly string[] Documents =
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conformance", "documents.json")))!.AsArray().Select(item => (string)item!["query"]!),
    ];

    /// <summary>Whatever is sent is answered: with data, or with errors of which each has a message and, if it is the document's fault, a place.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_document_that_was_mangled_gets_an_answer(int seed)
    {
        var random = new Random(seed);
        var executor = Birds.Executor();
        for (var run = 0; run < 2_000; run++)
        {
            var document = Mangled(random);
            var result = await executor.AskAsync(document).WaitAsync(TimeSpan.FromSeconds(30));

            Assert.NotEmpty(result.Json());
            Assert.All(result.Errors, error => Assert.True(error.Message is { Length: > 0 } and not "Internal error.", document));
            Assert.True(result.Outcome == GraphQLOutcome.Executed || result.Errors.Count > 0, document);
        }
    }

    private static string Mangled(Random random)
    {
        var text = new StringBuilder(Documents[random.Next(Documents.Length)]);
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var (at, other) = (random.Next(text.Length + 1), Documents[random.Next(Documents.Length)]);
            switch (random.Next(5))
            {
                case 0:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 1 when at < text.Length:
                    text.Remove(at, random.Next(1, Math.Min(8, text.Length - at) + 1));
                    break;
                case 2 when at < text.Length:
                    text[at] = Pieces[random.Next(Pieces.Length)];
                    break;
                case 3 when other.Length > 0 && random.Next(other.Length) is var start:
                    text.Insert(at, other.AsSpan(start, random.Next(other.Length - start)));
                    break;
                case 4:
                    text.Append(' ').Append(other);
                    break;
            }
        }

        return text.ToString();
    }
}
