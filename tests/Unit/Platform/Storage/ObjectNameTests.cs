using SystemDesign.Platform.Storage;
using SystemDesign.Platform.Storage.Files;

namespace SystemDesign.Tests.Unit.Platform.Storage;

public sealed class ObjectNameTests
{
    [Theory]
    [InlineData("0123456789abcdef.jpg")]
    [InlineData("a")]
    [InlineData("parts/2026-11/a--b..c")]
    public void Takes_names_that_are_names_everywhere(string name) => Assert.True(ObjectName.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a/.b")]
    [InlineData("A")]
    [InlineData("a_b")]
    [InlineData("a\\b")]
    [InlineData("a\0")]
    [InlineData("a\n")]
    [InlineData("é")]
    public void Refuses_what_leads_elsewhere_or_is_no_name_somewhere(string? name) => Assert.False(ObjectName.IsValid(name));

    [Fact]
    public void Refuses_a_name_that_is_too_long() => Assert.False(ObjectName.IsValid(new string('a', ObjectName.MaximumLength + 1)));

    [Theory]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("ab/abc")]
    [InlineData("ab/ab/abc.txt")]
    public void Each_name_has_a_place_of_its_own_that_leads_back_to_it(string name)
    {
        var places = new FilePlaces(Path.GetFullPath("objects"));

        Assert.Equal(name, FilePlaces.NameOf(places.HotFolder, places.Hot(name)));
        Assert.StartsWith(places.ColdFolder + Path.DirectorySeparatorChar, places.Cold(name), StringComparison.Ordinal);
    }
}
