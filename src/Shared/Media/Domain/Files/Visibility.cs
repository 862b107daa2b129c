using FluentValidation;

namespace SystemDesign.Media.Domain.Files;

/// <summary>Who may read a file, as it goes on the wire.</summary>
internal static class Visibility
{
    /// <summary>Whoever has its address.</summary>
    public const string Public = "public";

    /// <summary>Whoever has an address that was signed lately.</summary>
    public const string Private = "private";

    public static string Of(bool isPublic) => isPublic ? Public : Private;

    public static bool IsPublic(string? visibility) => visibility == Public;

    /// <summary>Left out: private.</summary>
    public static void Visible<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(visibility => visibility is null or Public or Private).WithMessage($"It is '{Public}' or '{Private}'.");
}
