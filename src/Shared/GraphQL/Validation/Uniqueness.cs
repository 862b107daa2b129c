using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Validation;

internal static class Uniqueness
{
    /// <summary>Each name that was there before, reported beside the first.</summary>
    public static IEnumerable<GraphQLError> ErrorsIn(IEnumerable<Name> names, string what) => names.GroupBy(name => name.Text, StringComparer.Ordinal)
        .SelectMany(group => group.Skip(1).Select(name =>
            GraphQLError.At($"There can be only one {what} named \"{name}\".", group.First().Location, name.Location)));

    /// <summary>Each name that is there more than once, reported with all of them.</summary>
    public static IEnumerable<GraphQLError> ErrorsInGroups(IEnumerable<Name> names, string what, string sigil = "") =>
        names.GroupBy(name => name.Text, StringComparer.Ordinal).Where(group => group.Skip(1).Any())
            .Select(group => GraphQLError.At($"There can be only one {what} named \"{sigil}{group.Key}\".", group.Select(name => name.Location)));
}
