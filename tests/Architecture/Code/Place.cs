using System.Text.RegularExpressions;
using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>Names a place in the code as its author would: the type, and the member even when the compiler moved its body.</summary>
internal static partial class Place
{
    /// <param name="type">A type that somebody wrote.</param>
    /// <param name="part">That type, or what the compiler nested into it.</param>
    /// <param name="member">A member of the part; none for its head.</param>
    public static string Of(TypeDefinition type, TypeDefinition part, string member = "")
    {
        var path = part == type ? member : $"{part.FullName[type.FullName.Length..]}/{member}";
        var name = WrittenName().Match(path) is { Success: true } written ? written.Value : part == type ? member : string.Empty;
        return name.Length == 0 ? Of(type) : $"{Of(type)}.{Accessor().Replace(name, string.Empty)}";
    }

    public static string Of(TypeReference type) => FileLocal.Strip(type.FullName).Replace('/', '.');

    /// <summary>As in <c>&lt;Handle&gt;d__2</c> and <c>&lt;&gt;c/&lt;Handle&gt;b__0_0</c>.</summary>
    [GeneratedRegex("(?<=<)[^<>]+(?=>)")]
    private static partial Regex WrittenName();

    [GeneratedRegex("^(get|set|add|remove)_")]
    private static partial Regex Accessor();
}
