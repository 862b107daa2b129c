using SystemDesign.Kernel.Editing;

namespace SystemDesign.Tests.Integration.Http.Notes;

internal sealed record NotePatch(Optional<string> Text, Optional<string?> Subject, Optional<int> Level, Optional<IReadOnlyList<string>> Tags, Optional<Note?> Answer)
{
    internal string Author { get; init; } = "from elsewhere than the body";
}
