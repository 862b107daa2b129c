using System.Globalization;
using System.Text;

namespace SystemDesign.GraphQL.Language;

/// <summary>Cuts a document into tokens, one at a time (section 2.1). What is ignored, comments and commas among it, is passed over.</summary>
internal sealed class Lexer(string source)
{
    /// <summary>What is read beyond the end; a character of this value before the end is refused as any control character is.</summary>
    private const char End = '\0';

    private int position;
    private int line = 1;
    private int lineStart;

    public Token Next()
    {
        SkipIgnored();
        if (position >= source.Length)
        {
            return new(TokenKind.EndOfFile, Here);
        }

        return At(0) switch
        {
            '!' => Punctuator(TokenKind.Bang),
            '$' => Punctuator(TokenKind.Dollar),
            '&' => Punctuator(TokenKind.Ampersand),
            '(' => Punctuator(TokenKind.ParenthesisLeft),
            ')' => Punctuator(TokenKind.ParenthesisRight),
            '.' when At(1) == '.' && At(2) == '.' => Punctuator(TokenKind.Spread, length: 3),
            ':' => Punctuator(TokenKind.Colon),
            '=' => Punctuator(TokenKind.Equals),
            '@' => Punctuator(TokenKind.At),
            '[' => Punctuator(TokenKind.BracketLeft),
            ']' => Punctuator(TokenKind.BracketRight),
            '{' => Punctuator(TokenKind.BraceLeft),
            '|' => Punctuator(TokenKind.Pipe),
            '}' => Punctuator(TokenKind.BraceRight),
            '"' when At(1) == '"' && At(2) == '"' => BlockString(),
            '"' => String(),
            '-' or (>= '0' and <= '9') => Number(),
            var start when Names.CanStart(start) => Name(),
            '\'' => throw Error("Unexpected single quote character ('), did you mean to use a double quote (\")?"),
            _ => throw Error($"{(IsCharacter() ? "Unexpected" : "Invalid")} character: {Shown()}."),
        };
    }

    private Location Here => new(line, position - lineStart + 1);

    private char At(int offset) => position + offset < source.Length ? source[position + offset] : End;

    private void SkipIgnored()
    {
        while (position < source.Length)
        {
            switch (source[position])
            {
                case '\uFEFF' or '\t' or ' ' or ',':
                    position++;
                    break;
                case '\n' or '\r':
                    PassLineEnd();
                    break;
                case '#':
                    PassComment();
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>A carriage return and the line feed behind it are one end of a line.</summary>
    private void PassLineEnd()
    {
        position += At(0) == '\r' && At(1) == '\n' ? 2 : 1;
        line++;
        lineStart = position;
    }

    private void PassComment()
    {
        while (position < source.Length && At(0) is not ('\n' or '\r') && CharacterLength() is var length and > 0)
        {
            position += length;
        }
    }

    private Token Punctuator(TokenKind kind, int length = 1)
    {
        var token = new Token(kind, Here);
        position += length;
        return token;
    }

    private Token Name()
    {
        var (start, location) = (position, Here);
        while (Names.CanContinue(At(0)))
        {
            position++;
        }

        return new(TokenKind.Name, location, source[start..position]);
    }

    /// <summary>Sections 2.9.1 and 2.9.2: neither a digit nor a point nor a name may follow a number directly.</summary>
    private Token Number()
    {
        var (start, location, kind) = (position, Here, TokenKind.Int);
        if (At(0) == '-')
        {
            position++;
        }

        if (At(0) == '0')
        {
            position++;
            if (char.IsAsciiDigit(At(0)))
            {
                throw Error($"Invalid number, unexpected digit after 0: {Shown()}.");
            }
        }
        else
        {
            Digits();
        }

        if (At(0) == '.')
        {
            kind = TokenKind.Float;
            position++;
            Digits();
        }

        if (At(0) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position += At(1) is '+' or '-' ? 2 : 1;
            Digits();
        }

        return At(0) == '.' || Names.CanStart(At(0))
            ? throw Error($"Invalid number, expected digit but got: {Shown()}.")
            : new(kind, location, source[start..position]);
    }

    private void Digits()
    {
        if (!char.IsAsciiDigit(At(0)))
        {
            throw Error($"Invalid number, expected digit but got: {Shown()}.");
        }

        while (char.IsAsciiDigit(At(0)))
        {
            position++;
        }
    }

    private Token String()
    {
        var (location, text) = (Here, new StringBuilder());
        position++;
        while (position < source.Length && At(0) is not ('\n' or '\r'))
        {
            if (At(0) == '"')
            {
                position++;
                return new(TokenKind.String, location, text.ToString());
            }

            if (At(0) == '\\')
            {
                Escape(text);
            }
            else
            {
                Character(text);
            }
        }

        throw Error("Unterminated string.");
    }

    private void Character(StringBuilder text)
    {
        var length = CharacterLength();
        if (length == 0)
        {
            throw Error($"Invalid character within String: {Shown()}.");
        }

        text.Append(source, position, length);
        position += length;
    }

    private void Escape(StringBuilder text)
    {
        if (At(1) == 'u')
        {
            var (value, length) = At(2) == '{' ? VariableWidthEscape() : FixedWidthEscape();
            text.Append(value);
            position += length;
            return;
        }

        text.Append(At(1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error($"Invalid character escape sequence: \"{Excerpt(2)}\"."),
        });
        position += 2;
    }

    /// <summary><c>\u{1F600}</c>, which the working draft has and October 2021 has not; clients send it.</summary>
    private (string Value, int Length) VariableWidthEscape()
    {
        var end = source.AsSpan(position, Math.Min(12, source.Length - position)).IndexOf('}');
        return end > 3
            && int.TryParse(source.AsSpan(position + 3, end - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point)
            && Rune.IsValid(point)
                ? (new Rune(point).ToString(), end + 1)
                : throw Error($"Invalid Unicode escape sequence: \"{Excerpt(end < 0 ? 12 : end + 1)}\".");
    }

    private (string Value, int Length) FixedWidthEscape()
    {
        if (CodeUnit(2) is { } first)
        {
            if (!char.IsSurrogate(first))
            {
                return ($"{first}", 6);
            }

            if (At(6) == '\\' && At(7) == 'u' && CodeUnit(8) is { } second && char.IsSurrogatePair(first, second))
            {
                return ($"{first}{second}", 12);
            }
        }

        throw Error($"Invalid Unicode escape sequence: \"{Excerpt(6)}\".");
    }

    private char? CodeUnit(int offset) =>
        position + offset + 4 <= source.Length
        && ushort.TryParse(source.AsSpan(position + offset, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    private Token BlockString()
    {
        var (location, lines, text) = (Here, new List<string>(), new StringBuilder());
        position += 3;
        while (position < source.Length)
        {
            switch (At(0))
            {
                case '"' when At(1) == '"' && At(2) == '"':
                    position += 3;
                    lines.Add(text.ToString());
                    return new(TokenKind.BlockString, location, BlockStrings.ValueOf(lines));
                case '\\' when At(1) == '"' && At(2) == '"' && At(3) == '"':
                    position += 4;
                    text.Append("\"\"\"");
                    break;
                case '\n' or '\r':
                    PassLineEnd();
                    lines.Add(text.ToString());
                    text.Clear();
                    break;
                default:
                    Character(text);
                    break;
            }
        }

        throw Error("Unterminated string.");
    }

    /// <summary>In code units: 2 for a pair of surrogates, 0 for half of one.</summary>
    private int CharacterLength() => !char.IsSurrogate(At(0)) ? 1 : char.IsSurrogatePair(At(0), At(1)) ? 2 : 0;

    private bool IsCharacter() => CharacterLength() > 0;

    private string Excerpt(int length) => source[position..Math.Min(position + length, source.Length)];

    private string Shown()
    {
        if (position >= source.Length)
        {
            return Token.NameOf(TokenKind.EndOfFile);
        }

        var point = CharacterLength() == 2 ? char.ConvertToUtf32(At(0), At(1)) : At(0);
        return point switch
        {
            '"' => "'\"'",
            >= ' ' and <= '~' => $"\"{(char)point}\"",
            _ => $"U+{point:X4}",
        };
    }

    private GraphQLErrorException Error(string description) => SyntaxError.At(Here, description);
}
