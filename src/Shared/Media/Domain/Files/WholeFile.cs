using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Domain.Files;

/// <summary>A file and the object that has its bytes.</summary>
internal sealed record WholeFile(MediaFile File, MediaObject Object);
