using SystemDesign.Media.Domain.Files;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>What became of a file that was put.</summary>
/// <param name="File">The file.</param>
/// <param name="IsNew">Whether it was not there before.</param>
internal sealed record Put(ShownFile File, bool IsNew);
