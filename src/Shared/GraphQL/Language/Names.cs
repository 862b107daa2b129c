namespace SystemDesign.GraphQL.Language;

/// <summary>Section 2.1.9: <c>[_A-Za-z][_0-9A-Za-z]*</c>.</summary>
internal static class Names
{
    public static bool CanStart(char character) => character == '_' || char.IsAsciiLetter(character);

    public static bool CanContinue(char character) => CanStart(character) || char.IsAsciiDigit(character);

    public static bool IsName(string text) => text.Length > 0 && CanStart(text[0]) && text.All(CanContinue);
}
