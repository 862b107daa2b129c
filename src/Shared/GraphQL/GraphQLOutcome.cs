namespace SystemDesign.GraphQL;

public enum GraphQLOutcome
{
    /// <summary>There is <c>data</c>, even if it is null.</summary>
    Executed,

    /// <summary>The request is at fault, and nothing was executed.</summary>
    Refused,

    /// <summary>A mutation, where only reading is allowed.</summary>
    RefusedMutation,
}
