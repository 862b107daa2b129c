using System.Text.Json.Serialization;
using SystemDesign.Kernel.Editing;

namespace SystemDesign.Tests.Integration.Http.Notes;

/// <summary>What the platform does for any module, tried on one that has nothing else.</summary>
internal sealed record Note(string Text, string? Subject, int Level, IReadOnlyList<string> Tags, [property: JsonIgnore] string Version) : IVersioned;
