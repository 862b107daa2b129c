namespace SystemDesign.Platform.Design;

/// <summary>One thing that the notes say on the case. What they draw and nobody built is said in words and never drawn.</summary>
/// <param name="Id" example="US-4">By which code and tests refer to it.</param>
/// <param name="Says">The notes, in English.</param>
/// <param name="MetBy">What the running code does of it; nothing if it does nothing of it yet.</param>
/// <param name="NotBuiltYet">What is missing; nothing if nothing is.</param>
public sealed record NotesItem(string Id, string Says, string? MetBy = null, string? NotBuiltYet = null);
