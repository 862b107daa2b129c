using System.Text.RegularExpressions;

namespace SystemDesign.Platform.Storage;

/// <summary>What an object may be called, so that its name is one on every disk and server, and leads nowhere else.</summary>
public static partial class ObjectName
{
    public const int MaximumLength = 200;

    /// <summary>Lower-case letters, digits, <c>.</c> and <c>-</c>, these two only within; <c>/</c> between folders.</summary>
    public static bool IsValid(string? name) => name is { Length: <= MaximumLength } && Form().IsMatch(name);

    /// <exception cref="ArgumentException">It is no name.</exception>
    internal static void Check(string name)
    {
        if (!IsValid(name))
        {
            throw new ArgumentException($"An object's name is made of lower-case letters, digits, dots and hyphens, and '{name}' is not.", nameof(name));
        }
    }

    [GeneratedRegex(@"^[a-z0-9]+([.-]+[a-z0-9]+)*(/[a-z0-9]+([.-]+[a-z0-9]+)*)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
