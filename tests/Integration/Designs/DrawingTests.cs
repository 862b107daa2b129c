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
        await app.DrainAsync();

        using var recorder = new SpanRecorder();
        await EachCaseAttribute.WalkOf(module).WalkAsync(app);
        var drawing = DesignOf(app, module).Drawing;
        return new(drawing, [.. WithoutOthersOwnAccord(app, module, drawing, recorder.Spans).Where(span => IsOfTheCase(span.Name, drawing, NameOf(app, module)))]);
    }

    /// <summary>What another module begins of its own accord, such as to erase what somebody had there who left, is its affair, and what comes of it too.</summary>
    private static IEnumerable<SeenSpan> WithoutOthersOwnAccord(App app, string module, Drawing drawing, IReadOnlyList<SeenSpan> seen)
    {
        var spans = seen.ToDictionary(span => span.Id);
        var others = app.Services.GetRequiredService<IReadOnlyList<IModule>>()
            .Where(candidate => candidate.Name != module).Select(candidate => candidate.GetType().Assembly.GetName().Name!).ToHashSet();
        return seen.Where(span => BeginningOf(span) is var beginning && (!others.Contains(beginning.Name.Source) || IsDrawn(beginning.Name, drawing)));

        SeenSpan BeginningOf(SeenSpan span) => span.ParentId is { } id && spans.TryGetValue(id, out var parent) ? BeginningOf(parent) : span;
    }

    private static bool IsDrawn(SpanName span, Drawing drawing) =>
        drawing.Arrows.Any(arrow => arrow.Spans.Contains(span)) || drawing.Boxes.Any(box => box.Begins.Contains(span));

    /// <summary>Who else hears of the case's events is the affair of whoever hears them, unless the case draws it: it does not know them.</summary>
    private static bool IsOfTheCase(SpanName span, Drawing drawing, string name) =>
        span.Handler is not { } handler
        || handler.StartsWith($"{name}.", StringComparison.Ordinal)
        || drawing.Arrows.Any(arrow => arrow.Spans.Contains(span));

    /// <summary>As handlers are named after it.</summary>
    private static string NameOf(App app, string module) => app.Services.GetRequiredService<IReadOnlyList<IModule>>()
        .Single(candidate => candidate.Name == module).GetType().Assembly.GetName().Name!.Replace("SystemDesign.", string.Empty, StringComparison.Ordinal);

    /// <summary>As it is shown: with what is behind every queue.</summary>
    private static CaseDesign DesignOf(App app, string module)
    {
        var modules = app.Services.GetRequiredService<IReadOnlyList<IModule>>();
        return SharedBoxes.Complete(modules.Single(candidate => candidate.Name == module).Design!, modules);
    }

    private static void Nothing(IReadOnlyList<string> findings) => Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
}
