namespace SystemDesign.Tests.GraphQL.Support;

/// <summary>A test against the reference implementation.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GraphQLJsFactAttribute : FactAttribute
{
    public GraphQLJsFactAttribute() =>
        Skip = GraphQLJs.Folder is null && !GraphQLJs.IsRequired ? "Set TEST_GRAPHQL_JS to a folder with npm's graphql in node_modules." : null;
}
