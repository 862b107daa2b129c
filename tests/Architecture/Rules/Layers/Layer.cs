namespace SystemDesign.Tests.Architecture.Rules.Layers;

/// <summary>A module's folders: Presentation -> Domain &lt;- Data.</summary>
internal static class Layer
{
    public const string Presentation = nameof(Presentation);

    public const string Domain = nameof(Domain);

    public const string Data = nameof(Data);
}
