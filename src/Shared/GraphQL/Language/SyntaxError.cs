namespace SystemDesign.GraphQL.Language;

internal static class SyntaxError
{
    public static GraphQLErrorException At(Location location, string description) => new(GraphQLError.At($"Syntax Error: {description}", location));
}
