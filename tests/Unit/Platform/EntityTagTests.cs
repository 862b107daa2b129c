using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Primitives;
using SystemDesign.Kernel.Editing;
using SystemDesign.Platform.Editing;

namespace SystemDesign.Tests.Unit.Platform;

/// <summary>The lists of RFC 9110, sections 13.1.1 and 13.1.2.</summary>
public sealed class EntityTagTests
{
    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("W/\"a\"", "a")]
    [InlineData("\"a\", W/\"b\" ,\"c\"", "a b c")]
    [InlineData("\"a\",,\"b\",", "a b")]
    [InlineData("\"\"", "")]
    [InlineData("\"with, comma\"", "with, comma")]
    public void Reading_takes_weak_tags_for_their_versions(string header, string versions)
    {
        Assert.True(EntityTag.TryRead(header, weak: true, out var read));

        Assert.Equal(versions, string.Join(' ', read.Listed!));
    }

    [Fact]
    public void Changing_takes_strong_tags_only()
    {
        Assert.True(EntityTag.TryRead("W/\"a\", \"b\"", weak: false, out var read));

        Assert.Equal(["b"], read.Listed);
    }

    [Fact]
    public void A_star_is_any_version()
    {
        Assert.True(EntityTag.TryRead(" * ", weak: false, out var read));

        Assert.Equal(VersionSet.Any, read);
    }

    [Fact]
    public void Lines_of_one_name_are_one_list()
    {
        Assert.True(EntityTag.TryRead(new(["\"a\", \"b\"", "\"c\""]), weak: true, out var read));

        Assert.Equal(["a", "b", "c"], read.Listed);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData("a")]
    [InlineData("\"a")]
    [InlineData("a\"")]
    [InlineData("'a'")]
    [InlineData("W/a")]
    [InlineData("W/*")]
    [InlineData("**")]
    [InlineData("*, \"a\"")]
    [InlineData("\"a\", *")]
    [InlineData("\"a\", b")]
    [InlineData("\"a\" \"b\"")]
    public void Everything_else_is_no_list(string header) => Assert.False(EntityTag.TryRead(header, weak: true, out _));

    [Fact]
    public void No_line_is_no_list() => Assert.False(EntityTag.TryRead(StringValues.Empty, weak: true, out _));

    [Fact]
    public void Whatever_versions_are_written_are_read() => Prop.ForAll<Guid[]>(ids =>
    {
        var versions = ids.Select(id => id.ToString()).ToList();
        return versions.Count == 0
            || (EntityTag.TryRead(string.Join(", ", versions.Select(EntityTag.Of)), weak: false, out var read) && read.Listed!.ToHashSet().SetEquals(versions));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Whatever_comes_is_a_list_or_none() => Prop.ForAll<string[]>(lines =>
    {
        foreach (var weak in new[] { true, false })
        {
            EntityTag.TryRead(new(lines), weak, out var read);
            Assert.NotNull(read);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
