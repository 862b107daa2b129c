namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>What came of handing a message to a provider.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Provider">Whose answer it is.</param>
/// <param name="Said">What it said, if it was no success.</param>
/// <param name="NotBefore">When somebody may be asked again, if nobody could be asked; UTC.</param>
/// <param name="IsOfAddress">Whether it is about this address only, and says nothing of how the provider is doing.</param>
internal sealed record ProviderAnswer(AnswerKind Kind, string? Provider = null, string? Said = null, DateTimeOffset? NotBefore = null, bool IsOfAddress = false)
{
    public static ProviderAnswer Taken { get; } = new(AnswerKind.Taken);

    public static ProviderAnswer NotTaken(string said, bool isOfAddress = false) => new(AnswerKind.NotTaken, Said: said, IsOfAddress: isOfAddress);

    public static ProviderAnswer Refused(string said) => new(AnswerKind.Refused, Said: said);

    public static ProviderAnswer Unknown(string said) => new(AnswerKind.Unknown, Said: said);
}
