namespace SystemDesign.Platform.Caching;

/// <summary>See <see cref="ChangeStamps"/>.</summary>
public readonly record struct Stamp(int Slot, int Value);
