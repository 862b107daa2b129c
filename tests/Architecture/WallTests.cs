using SystemDesign.Tests.Architecture.Rules;
using SystemDesign.Tests.Architecture.Rules.Walls;

namespace SystemDesign.Tests.Architecture;

public sealed class WallTests
{
    [Theory, EachModule]
    public void Everything_in_a_module_is_internal_and_sealed(string module) => Verdict.Holds(new EverythingIsInternalAndSealed(), module);

    [Fact]
    public void What_is_public_or_open_is_reported() => Verdict.Reports(
        new EverythingIsInternalAndSealed(),
        "Walls",
        "AnotherModule is not internal",
        "OpenClass is not sealed",
        "OpenInOneFile is not sealed",
        "OpenRecord is not sealed",
        "Outer.Inner is not internal",
        "Outer.Shared is not internal",
        "PublicClass is not internal",
        "WallsModule is not sealed");

    [Theory, EachModule]
    public void The_module_class_is_the_only_door(string module) => Verdict.Holds(new TheModuleClassIsTheDoor(), module);

    [Fact]
    public void A_second_or_hidden_door_is_reported() => Verdict.Reports(
        new TheModuleClassIsTheDoor(),
        "Walls",
        "AnotherModule implements IModule, which only WallsModule does",
        "HiddenModule implements IModule, which only WallsModule does",
        "HiddenModule is not public");

    [Theory, EachModule]
    public void Modules_do_not_see_each_other(string module) => Verdict.Holds(new ModulesDoNotSeeEachOther(), module);

    [Fact]
    public void A_module_that_sees_another_is_reported() =>
        Verdict.Reports(new ModulesDoNotSeeEachOther(), "Neighbours", "Curious.Look uses SystemDesign.Users.UsersModule");
}
