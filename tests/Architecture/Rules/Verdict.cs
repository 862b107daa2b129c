using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules;

internal static class Verdict
{
    /// <summary>The rule found something to look at, and nothing wrong with it.</summary>
    public static void Holds(IRule rule, string assembly)
    {
        var unit = CodeUnit.OfAssembly(assembly);
        Assert.NotEmpty(rule.SubjectsIn(unit));
        var violations = ViolationsIn(rule, unit);
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    /// <summary>The rule reports exactly this of a probe. The probe's own namespace is left out.</summary>
    public static void Reports(IRule rule, string probe, params string[] expected)
    {
        var unit = CodeUnit.OfProbe(probe);
        var reported = ViolationsIn(rule, unit)
            .Select(violation => violation.Replace($"{unit.Root}.", string.Empty, StringComparison.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), reported.Order(StringComparer.Ordinal));
    }

    private static List<string> ViolationsIn(IRule rule, CodeUnit unit) =>
        [.. rule.SubjectsIn(unit).SelectMany(subject => rule.ViolationsOf(subject, unit)).Distinct()];
}
