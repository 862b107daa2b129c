using SystemDesign.Tests.Architecture.Rules;
using SystemDesign.Tests.Architecture.Rules.Bans;
using SystemDesign.Tests.Architecture.Rules.Layers;
using Xunit.Sdk;

namespace SystemDesign.Tests.Architecture;

public sealed class VerdictTests
{
    [Fact]
    public void A_rule_that_finds_nothing_to_look_at_fails() =>
        Assert.Throws<NotEmptyException>(() => Verdict.Holds(new DataSeesNoPresentation(), "SystemDesign.Kernel"));

    [Fact]
    public void A_violation_fails_and_is_shown()
    {
        var failure = Assert.Throws<TrueException>(() => Verdict.Holds(Banned.Saving, "SystemDesign.Platform"));

        Assert.Contains(
            "SystemDesign.Platform.Persistence.ModuleDb.WriteAsync calls Microsoft.EntityFrameworkCore.DbContext.SaveChangesAsync",
            failure.Message,
            StringComparison.Ordinal);
    }
}
