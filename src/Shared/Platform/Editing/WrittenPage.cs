namespace SystemDesign.Platform.Editing;

/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Version">Of this content, and no other.</param>
internal sealed record WrittenPage(byte[] Body, string Version);
