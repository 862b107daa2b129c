using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class CursorTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    [Fact]
    public void Whatever_position_is_written_is_read_in_its_list_and_in_no_other() => Prop.ForAll<string, string, byte[]>((list, other, position) =>
    {
        if (list is null || other is null || position is not { Length: > 0 })
        {
            return true;
        }

        var cursor = Cursor.Write(list, position);
        return cursor.All(Alphabet.Contains)
            && Cursor.Read(list, cursor).SequenceEqual(position)
            && (list == other || IsRefused(other, cursor));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void One_position_has_one_cursor() => Assert.Equal(Cursor.Write("list", "[1]"u8.ToArray()), Cursor.Write("list", "[1]"u8.ToArray()));

    [Fact]
    public void Whatever_character_is_changed_dropped_or_added_it_is_refused()
    {
        var cursor = Cursor.Write("list", "[\"2026-11-22T08:22:06.551899Z\",17]"u8.ToArray());

        for (var index = 0; index < cursor.Length; index++)
        {
            Assert.True(IsRefused("list", cursor.Remove(index, 1)));
            foreach (var character in Alphabet)
            {
                Assert.True(cursor[index] == character || IsRefused("list", $"{cursor[..index]}{character}{cursor[(index + 1)..]}"), $"{character} at {index}");
                Assert.True(IsRefused("list", cursor.Insert(index, character.ToString())));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("AQ")]
    [InlineData("AQEBAQEBAQEB")]
    [InlineData("null")]
    [InlineData("%00")]
    [InlineData("🦩")]
    public void What_is_no_cursor_is_refused(string text) => Assert.True(IsRefused("list", text));

    [Fact]
    public void Spaces_in_it_are_refused()
    {
        var cursor = Cursor.Write("list", "[1]"u8.ToArray());

        Assert.All([$" {cursor}", $"{cursor} ", cursor.Insert(5, "\n"), $"{cursor}="], text => Assert.True(IsRefused("list", text)));
    }

    [Fact]
    public void Whatever_text_comes_it_is_refused() =>
        Prop.ForAll<string>(text => text is null || (IsRefused("list", text) && IsRefused("list", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static bool IsRefused(string list, string text)
    {
        try
        {
            Cursor.Read(list, text);
            return false;
        }
        catch (InvalidException exception)
        {
            return (exception.Code, exception.Field) == ("invalid-cursor", "cursor");
        }
    }
}
