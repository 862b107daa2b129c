using System.Globalization;
using System.Text.Json;
using SystemDesign.GraphQL.Language;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.GraphQL.Schema;

/// <summary>The scalars that every schema has (sections 3.5.1 to 3.5.5).</summary>
public static class Scalars
{
    public static GraphQLType<string> String { get; } = Same<string>(StringDefinition);

    /// <summary>32 bits: what counts higher is a <see cref="Float"/> or text.</summary>
    public static GraphQLType<int> Int { get; } = Same<int>(IntDefinition);

    public static GraphQLType<double> Float { get; } = Same<double>(FloatDefinition);

    public static GraphQLType<bool> Boolean { get; } = Same<bool>(BooleanDefinition);

    public static GraphQLType<string> Id { get; } = Same<string>(IdDefinition);

    internal static ScalarDefinition StringDefinition => Definitions.String;

    internal static ScalarDefinition IntDefinition => Definitions.Int;

    internal static ScalarDefinition FloatDefinition => Definitions.Float;

    internal static ScalarDefinition BooleanDefinition => Definitions.Boolean;

    internal static ScalarDefinition IdDefinition => Definitions.Id;

    /// <summary>
    /// An <c>ID</c> that is a <typeparamref name="T"/> here, such as a <see cref="Guid"/>. One that cannot be read fails the field that takes it, and
    /// not the request: to the schema any text is an <c>ID</c>, and a variable may go to IDs of several kinds. What is to be refused sooner has a
    /// scalar of its own (<see cref="SchemaBuilder"/>).
    /// </summary>
    /// <exception cref="InvalidException">In the field: <c>invalid-id</c>.</exception>
    public static GraphQLType<T> IdOf<T>()
        where T : IParsable<T>, IFormattable => new ScalarType<T>(
            IdDefinition,
            coerced => T.TryParse((string)coerced, CultureInfo.InvariantCulture, out var id)
                ? id
                : throw new InvalidException("invalid-id", $"{JsonSerializer.Serialize((string)coerced)} is not an ID of this kind."),
            id => id.ToString(null, CultureInfo.InvariantCulture));

    private static ScalarType<T> Same<T>(ScalarDefinition definition) => new(definition, value => (T)value, value => value!);

    /// <summary>Apart, so that they are there before the handles above are made of them.</summary>
    private static class Definitions
    {
        public static ScalarDefinition String { get; } = new(
            "String",
            "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.")
        {
            ReadLiteral = literal => literal is StringValue { Text: var text } ? text : throw Cannot("String", "a non string value", literal),
            ReadJson = json => json.ValueKind == JsonValueKind.String ? json.GetString()! : throw Cannot("String", "a non string value", Inspected.Json(json)),
            Write = value => value,
        };

        public static ScalarDefinition Int { get; } = new(
            "Int",
            "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.")
        {
            ReadLiteral = literal => literal is IntValue { Text: var text }
                ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw TooWide(text)
                : throw Cannot("Int", "non-integer value", literal),
            ReadJson = json => IsInteger(json, out var number)
                ? number is >= int.MinValue and <= int.MaxValue ? (int)number : throw TooWide(Inspected.Json(json))
                : throw Cannot("Int", "non-integer value", Inspected.Json(json)),
            Write = value => value,
        };

        public static ScalarDefinition Float { get; } = new(
            "Float",
            "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).")
        {
            ReadLiteral = literal => literal switch
            {
                IntValue { Text: var text } => Double(text),
                FloatValue { Text: var text } => Double(text),
                _ => throw Cannot("Float", "non numeric value", literal),
            },
            ReadJson = json => json.ValueKind == JsonValueKind.Number && json.GetDouble() is var value && double.IsFinite(value)
                ? value
                : throw Cannot("Float", "non numeric value", Inspected.Json(json)),
            Write = value => value is double number && double.IsFinite(number) ? number : throw Cannot("Float", "non numeric value", value),
        };

        public static ScalarDefinition Boolean { get; } = new("Boolean", "The `Boolean` scalar type represents `true` or `false`.")
        {
            ReadLiteral = literal => literal is BooleanValue { IsTrue: var isTrue } ? isTrue : throw Cannot("Boolean", "a non boolean value", literal),
            ReadJson = json => json.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? json.GetBoolean()
                : throw Cannot("Boolean", "a non boolean value", Inspected.Json(json)),
            Write = value => value,
        };

        public static ScalarDefinition Id { get; } = new(
            "ID",
            "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.")
        {
            ReadLiteral = literal => literal switch
            {
                StringValue { Text: var text } => text,
                IntValue { Text: var text } => text,
                _ => throw Cannot("ID", "a non-string and non-integer value", literal),
            },
            ReadJson = json => json.ValueKind == JsonValueKind.String ? json.GetString()!
                : IsInteger(json, out _) ? Inspected.Json(json)
                : throw Cannot("ID", "value", Inspected.Json(json)),
            Write = value => value,
        };

        private static double Double(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var value && double.IsFinite(value)
            ? value
            : throw Cannot("Float", "non numeric value", text);

        /// <summary>1.0 is one, as it is in JSON.</summary>
        private static bool IsInteger(JsonElement json, out double number)
        {
            number = json.ValueKind == JsonValueKind.Number ? json.GetDouble() : double.NaN;
            return double.IsInteger(number);
        }

        private static FormatException TooWide(string value) => new($"Int cannot represent non 32-bit signed integer value: {value}");

        private static FormatException Cannot(string scalar, string kind, object value) => new($"{scalar} cannot represent {kind}: {value}");
    }
}
