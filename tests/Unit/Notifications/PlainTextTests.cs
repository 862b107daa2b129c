using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Notifications.Domain;

namespace SystemDesign.Tests.Unit.Notifications;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("one\r\nBcc: all@example.org", "one  Bcc: all@example.org")]
    [InlineData("one\ntwo", "one two")]
    [InlineData("one\u2028two\u0085three", "one two three")]
    [InlineData("\0\u001b[31m red", "[31m red")]
    [InlineData("  as it is  ", "as it is")]
    public void One_line_has_nothing_that_could_be_a_header(string text, string line) => Assert.Equal(line, PlainText.OneLine(text));

    [Fact]
    public void Lines_keep_their_breaks_and_nothing_else_that_does_not_show() => Assert.Equal("one\ntwo\tthree four", PlainText.Lines("one\r\ntwo\tthree\0four\n"));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer than that", 8, "longer…")]
    [InlineData("family 👨‍👩‍👧‍👦 at home", 12, "family…")]
    [InlineData("family 👨‍👩‍👧‍👦 at home", 19, "family 👨‍👩‍👧‍👦…")]
    [InlineData("e\u0301e\u0301e\u0301", 4, "e\u0301…")]
    public void Cuts_between_what_readers_see_as_characters(string text, int length, string cut) => Assert.Equal(cut, PlainText.Cut(text, length));

    [Fact]
    public void Whatever_is_cut_fits_and_begins_as_the_text_does() => Prop.ForAll<NonNull<string>, byte>((text, length) =>
    {
        var cut = PlainText.Cut(text.Get, length);
        var kept = cut == text.Get ? cut : cut.TrimEnd('…');
        var whole = StringInfo.ParseCombiningCharacters(text.Get).Append(text.Get.Length);
        return cut.Length <= length && text.Get.StartsWith(kept, StringComparison.Ordinal) && whole.Any(end => text.Get[..end].TrimEnd().Length == kept.TrimEnd('…').TrimEnd().Length || text.Get[..end].Length == kept.Length);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
}
