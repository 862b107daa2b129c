using System.Text.RegularExpressions;
using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>A <c>file</c> class: the compiler puts the file and its hash before the name.</summary>
internal static partial class FileLocal
{
    public static bool Is(TypeDefinition type) => Prefix().IsMatch(type.Name);

    public static string Strip(string name) => Prefix().Replace(name, string.Empty);

    [GeneratedRegex("<[^<>]+>F[0-9A-F]{64}__")]
    private static partial Regex Prefix();
}
