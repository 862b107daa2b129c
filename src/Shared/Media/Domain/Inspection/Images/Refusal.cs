using System.Globalization;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>Why a picture is not taken.</summary>
internal static class Refusal
{
    public const string Damaged = "media.image-damaged";
    public const string TooLarge = "media.image-too-large";

    public static InvalidException Truncated() => new(Damaged, "The picture ends too soon.");

    public static InvalidException Contradicts(string what) => new(Damaged, $"The picture is damaged: {what}.");

    public static InvalidException TooManyPixels(long maximum) => new(
        TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The picture has more than {maximum} pixels, all frames together: send a smaller one."));
}
