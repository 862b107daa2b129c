namespace SystemDesign.GraphQL.Validation;

/// <summary>One or several sections of the specification's section 5. Messages are those of graphql-js, whose users know them.</summary>
internal interface IRule
{
    IEnumerable<GraphQLError> ErrorsIn(TypedDocument document);
}
