using SystemDesign.GraphQL;
using SystemDesign.GraphQL.Language;

namespace SystemDesign.Tests.GraphQL.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("0", "Int")]
    [InlineData("-0", "Int")]
    [InlineData("-120", "Int")]
    [InlineData("1.50", "Float")]
    [InlineData("-0.1e+10", "Float")]
    [InlineData("1E5", "Float")]
    public void A_number_is_kept_as_it_is_written(string text, string kind) => Assert.Equal((kind, text), Read(text) is var token ? (token.Kind.ToString(), token.Value) : default);

    [Theory]
    [InlineData("00", 2)]
    [InlineData("01", 2)]
    [InlineData("1.", 3)]
    [InlineData("1.e1", 3)]
    [InlineData("1e", 3)]
    [InlineData("-", 2)]
    [InlineData("-a", 2)]
    [InlineData("1a", 2)]
    [InlineData("1.2.3", 4)]
    [InlineData("1.0x", 4)]
    public void What_follows_a_number_is_looked_at(string text, int column) => Assert.Equal(new(1, column), Fault(text));

    [Theory]
    [InlineData(@"""\""\\\/\b\f\n\r\t""", "\"\\/\b\f\n\r\t")]
    [InlineData(@"""\u00e9\u0041""", "éA")]
    [InlineData(@"""\uD83D\uDE00""", "😀")]
    [InlineData(@"""\u{1F600}""", "😀")]
    [InlineData("\"\"", "")]
    [InlineData("\"# no comment, \"", "# no comment, ")]
    public void Escapes_are_undone(string text, string value) => Assert.Equal(value, Read(text).Value);

    [Theory]
    [InlineData(@"""\x""")]
    [InlineData(@"""\u00""")]
    [InlineData(@"""\uD83D""")]
    [InlineData(@"""\uDE00""")]
    [InlineData(@"""\uD83D\u0041""")]
    [InlineData(@"""\u{}""")]
    [InlineData(@"""\u{110000}""")]
    [InlineData(@"""\u{D800}""")]
    [InlineData(@"""\u{1F600""")]
    public void An_escape_that_means_nothing_is_refused(string text) => Assert.Equal(new(1, 2), Fault(text));

    [Theory]
    [InlineData("\"a\nb\"", 1, 3)]
    [InlineData("\"a", 1, 3)]
    [InlineData("\"\"\"a\nb", 2, 2)]
    public void A_string_that_does_not_end_is_refused_where_it_should_have(string text, int line, int column) => Assert.Equal(new(line, column), Fault(text));

    [Fact]
    public void A_block_string_loses_its_common_indentation_and_its_blank_ends() =>
        Assert.Equal("Hello,\n  World!\n\n\"\"\" is no end", Read("\"\"\"\n\n    Hello,\r\n      World!\r\n\n    \\\"\"\" is no end\n  \t\n\"\"\"").Value);

    [Fact]
    public void The_first_line_of_a_block_string_keeps_its_indentation() => Assert.Equal("  a\nb", Read("\"\"\"  a\n    b\"\"\"").Value);

    [Fact]
    public void Lines_are_counted_whatever_ends_them()
    {
        var lexer = new Lexer("\uFEFF a\n b\r\n c\r d # e\n,, \"\"\"\n\n\"\"\" f");

        List<(string?, Location)> tokens = [.. Enumerable.Range(0, 6).Select(_ => lexer.Next()).Select(token => (token.Value, token.Location))];

        Assert.Equal([("a", new(1, 3)), ("b", new(2, 2)), ("c", new(3, 2)), ("d", new(4, 2)), ("", new(5, 4)), ("f", new(7, 5))], tokens);
    }

    [Theory]
    [InlineData("?")]
    [InlineData("..")]
    [InlineData("é")]
    [InlineData("'a'")]
    [InlineData("\0")]
    [InlineData("\uD83D")]
    public void A_character_that_begins_nothing_is_refused(string text) => Assert.Equal(new(1, 1), Fault(text));

    private static Token Read(string text)
    {
        var lexer = new Lexer(text);
        var token = lexer.Next();
        Assert.Equal(TokenKind.EndOfFile, lexer.Next().Kind);
        return token;
    }

    private static Location Fault(string text) => Assert.Throws<GraphQLErrorException>(() => Read(text)).Error.Locations.Single();
}
