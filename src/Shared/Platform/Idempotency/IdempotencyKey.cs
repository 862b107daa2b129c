using SystemDesign.Kernel.Errors;

namespace SystemDesign.Platform.Idempotency;

/// <summary>
/// What a client calls one attempt, so that it can repeat it without repeating its effect
/// (draft-ietf-httpapi-idempotency-key-header-07).
/// </summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    public const int MaximumLength = 255;

    private const char Quote = '"';
    private const char Escape = '\\';

    /// <param name="value">
    /// A string as RFC 8941 writes it, in quotes, which the draft asks for; or the same without quotes, which is what most
    /// clients send. Both name the same key.
    /// </param>
    /// <exception cref="InvalidException">It is no key.</exception>
    public static string Parse(string? value)
    {
        var key = value is [Quote, ..] ? Unquote(value) : value;
        return key is { Length: > 0 and <= MaximumLength } && key.All(IsVisible)
            ? key
            : throw KeyProblems.Invalid($"An {Header} is 1 to {MaximumLength} visible ASCII characters, such as those of a UUID, with or without quotes around them.");
    }

    /// <returns>What stands between the quotes; nothing if the quotes or escapes are not as RFC 8941, section 3.3.3, has them.</returns>
    private static string? Unquote(string value)
    {
        var text = new char[value.Length];
        var length = 0;
        for (var position = 1; position < value.Length; position++)
        {
            switch (value[position])
            {
                case Quote:
                    return position == value.Length - 1 ? new(text, 0, length) : null;
                case Escape when ++position == value.Length || value[position] is not (Quote or Escape):
                    return null;
                default:
                    text[length++] = value[position];
                    break;
            }
        }

        return null;
    }

    private static bool IsVisible(char character) => character is > ' ' and <= '~';
}
