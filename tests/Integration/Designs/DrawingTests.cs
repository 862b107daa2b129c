using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Design;
using SystemDesign.Platform.Modules;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Designs;

/// <summary>The diagrams cannot lie: each case is run, and what its telemetry tells is what is drawn.</summary>
[Trait("Notes", "B2-6")]
[Collection(Alone.Name)]
public sealed class DrawingTests
{
    [Theory, EachCase]
    public async Task Every_arrow_that_is_drawn_is_travelled(string module) => Nothing((await WalkAsync(module)).NeverTravelled);

    [Theory, EachCase]
    public async Task Everything_that_is_travelled_is_drawn(string module) => Nothing((await WalkAsync(module)).NotDrawn);

    [Fact]
    public async Task Every_design_is_walked()
    {
        await using var app = new App();

        var designed = app.Services.GetRequiredService<IReadOnlyList<IModule>>().Where(module => module.Design is not null).Select(module => module.Name);

        Assert.Equal(designed.Order(StringComparer.Ordinal), EachCaseAttribute.Walks.Select(walk => walk.Module).Order(StringComparer.Ordinal));
    }

    private static async Task<DrawingCheck> WalkAsync(string module)
    {
        await using var app = new App();

        // What an instance does once, at its first request, such as to read the keys of tokens, belongs to no case.
        await app.Anonymous().SignedInAsync();

        using var recorder = new SpanRecorder();
        await EachCaseAttribute.WalkOf(module).WalkAsync(app);
        return new(DesignOf(app, module).Drawing, recorder.Spans);
    }

    private static CaseDesign DesignOf(App app, string module) =>
        app.Services.GetRequiredService<IReadOnlyList<IModule>>().Single(candidate => candidate.Name == module).Design!;

    private static void Nothing(IReadOnlyList<string> findings) => Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
}
