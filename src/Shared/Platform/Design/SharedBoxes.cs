using SystemDesign.Platform.Modules;

namespace SystemDesign.Platform.Design;

/// <summary>
/// What hears of every event is in no case's drawing, since no case knows of it; and it is behind the queue of each. So it draws itself,
/// once, and is added to each drawing that has a queue.
/// </summary>
public static class SharedBoxes
{
    /// <summary>Stands for the case's queue, whatever it calls it.</summary>
    public const string Queue = "*queue*";

    internal static CaseDesign Complete(CaseDesign design, IReadOnlyList<IModule> modules) =>
        design.Drawing.Boxes.FirstOrDefault(box => box.Kind is BoxKind.Queue) is { } queue
            ? design with { Drawing = modules.Select(module => module.BehindEveryQueue).OfType<Drawing>().Aggregate(design.Drawing, (drawing, more) => Add(drawing, queue, more)) }
            : design;

    private static Drawing Add(Drawing drawing, Box queue, Drawing more) => new(
        [.. drawing.Boxes, .. more.Boxes],
        [.. drawing.Arrows, .. more.Arrows.Select(arrow => arrow.From == Queue ? arrow with { From = queue.Id } : arrow)]);
}
