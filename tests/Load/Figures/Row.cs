namespace SystemDesign.Tests.Load.Figures;

/// <summary>One measure: ours beside the floor's.</summary>
internal sealed record Row(string Measure, Samples Floor, Samples Ours);
