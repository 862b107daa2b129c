using FluentValidation;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Media.Domain.Uploads;

internal static class UploadRules
{
    private const int Sha256Digits = 64;

    public static TooLargeException LongerThanAnnounced() => new("media.longer-than-announced", "The body has more bytes than the upload announced and misses.");

    public static InvalidException ShorterThanAnnounced() => new("media.shorter-than-announced", "The body has fewer bytes than were announced.", "body");

    public static TooLargeException FileTooLarge(long maximum) => new("media.file-too-large", $"A file has at most {maximum} bytes.");

    /// <summary>Nothing has no type, and nobody wants to look at it.</summary>
    public static void Length<T>(this IRuleBuilder<T, long> rule) => rule.GreaterThanOrEqualTo(1).WithMessage("A file has at least one byte.");

    public static void Sha256<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(digest => digest is null || (digest.Length == Sha256Digits && digest.All(char.IsAsciiHexDigitLower)))
        .WithMessage($"It is {Sha256Digits} lower-case hexadecimal digits.");
}
