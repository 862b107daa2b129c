namespace SystemDesign.Tests.Architecture.Probes.Reading;

[AttributeUsage(AttributeTargets.All)]
internal sealed class MarkerAttribute : Attribute;
