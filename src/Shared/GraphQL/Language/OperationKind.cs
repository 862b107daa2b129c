namespace SystemDesign.GraphQL.Language;

internal enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

internal static class OperationKinds
{
    public static string Keyword(this OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };
}
