using SystemDesign.GraphQL;
using SystemDesign.GraphQL.Execution;
using SystemDesign.GraphQL.Loading;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Tests.GraphQL.Support;

/// <summary>A small Twitter. What conformance.mjs serves is the same, to the last description.</summary>
internal static class Birds
{
    private static readonly User Ada = new("1", "ada", "Ada", Role.Admin, 36.5, new(2020, 1, 2, 3, 4, 5, TimeSpan.Zero), ["mathematics", "poetry"]);

    private static readonly User Bob = new("2", "bob", null, Role.Reader, 0, new(2021, 6, 7, 8, 9, 10, TimeSpan.Zero), []);

    private static readonly Tweet[] Tweets =
    [
        new("10", "Hello, world", "1", null, 3),
        new("11", "Hello, Ada", "2", "10", 1),
        new("12", "\"Quoted\" \\ and\nbroken", "1", "11", 0),
    ];

    public static GraphQLSchema Schema { get; } = GraphQLSchema.Build(Declare);

    public static GraphQLExecutor Executor(GraphQLOptions? options = null) => new(Schema, options);

    private static void Declare(SchemaBuilder schema)
    {
        var role = schema.Enum<Role>("Role", "What a user may do.")
            .Describe(Role.Reader, "Reads.")
            .Deprecate(Role.Guest, "Nobody is a guest any more.");
        var instant = schema.Scalar(
            "DateTime",
            "An instant in UTC.",
            text => DateTimeOffset.TryParse(text, Culture, out var read) ? read : throw new FormatException($"DateTime cannot represent value: {text}"),
            value => value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", Culture),
            "https://scalars.graphql.org/andimarek/date-time");

        var node = schema.Interface<INode>("Node", "What has an ID.");
        node.Field("id", Scalars.Id).Describe("Unique among all nodes.");

        var written = schema.Interface<IWritten>("Written").Implement(node);
        written.Field("id", Scalars.Id);
        written.Field("text", Scalars.String);

        var user = schema.Object<User>("User", "Somebody.").Implement(node);
        var tweet = schema.Object<Tweet>("Tweet", "What somebody said.\n\nIn no more than 280 characters.").Implement(written).Implement(node);
        DeclareUser(user, tweet, role, instant);
        DeclareTweet(tweet, user);

        var filter = DeclareFilter(schema, role);
        DeclareQuery(schema, node, written, user, tweet, role, instant, filter);
        DeclareMutation(schema, tweet);
    }

    private static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;

    private static void DeclareUser(ObjectType<User> user, ObjectType<Tweet> tweet, EnumType<Role> role, GraphQLType<DateTimeOffset> instant)
    {
        var first = new InputValue<int>("first", Scalars.Int, "How many at most.").DefaultsTo(2);
        var upper = new InputValue<bool?>("upper", Scalars.Boolean.OrNull()).DefaultsTo(false);
        user.Field("id", Scalars.Id, source => source.Id);
        user.Field("userName", Scalars.String, (source, context) => context.Get(upper) == true ? source.UserName.ToUpperInvariant() : source.UserName).Take(upper);
        user.Field("displayName", Scalars.String.OrNull(), source => source.DisplayName).Describe("As they like to be called.");
        user.Field("role", role, source => source.Role);
        user.Field("score", Scalars.Float, source => source.Score);
        user.Field("joined", instant, source => source.Joined);
        user.Field("interests", Scalars.String.List(), source => source.Interests);
        user.Field("tweets", tweet.List(), IReadOnlyList<Tweet> (source, context) => [.. Tweets.Where(written => written.AuthorId == source.Id).Take(context.Get(first))])
            .Describe("The newest last.").Take(first).Size(first);
        user.Field("handle", Scalars.String.OrNull(), source => $"@{source.UserName}").Deprecate("Use \"userName\".");
    }

    private static void DeclareTweet(ObjectType<Tweet> tweet, ObjectType<User> user)
    {
        tweet.Field("id", Scalars.Id, source => source.Id);
        tweet.Field("text", Scalars.String, source => source.Text);
        tweet.Field("likes", Scalars.Int, source => source.Likes);
        tweet.Field("author", user, (source, context) => context.LoadAsync(Authors, source.AuthorId));
        tweet.Field("inReplyTo", tweet.OrNull(), source => Array.Find(Tweets, candidate => candidate.Id == source.InReplyTo));
        tweet.Field("replies", tweet.List(), IReadOnlyList<Tweet> (source) => [.. Tweets.Where(candidate => candidate.InReplyTo == source.Id)]).Size(3);
        tweet.Field("secret", Scalars.String.OrNull(), string? (_) => throw new ConflictException("birds.secret", "This is secret."));
        tweet.Field("broken", Scalars.String, string (source) => source.Id == "11" ? null! : source.Text);
        tweet.Field("thrown", Scalars.String, string (source) => source.Id == "11" ? throw new ConflictException("birds.thrown", "Thrown.") : source.Text);
    }

    private static Batch<string, User> Authors { get; } = new((_, _, _) =>
        Task.FromResult<IReadOnlyDictionary<string, User>>(new[] { Ada, Bob }.ToDictionary(user => user.Id)));

    private static InputType<Filter> DeclareFilter(SchemaBuilder schema, EnumType<Role> role)
    {
        var text = new InputValue<string>("text", Scalars.String, "Contained in the text.");
        var roles = new InputValue<IReadOnlyList<Role>?>("roles", role.List().OrNull()).DefaultsTo([Role.Admin, Role.Reader]);
        var likes = new InputValue<int>("minLikes", Scalars.Int).DefaultsTo(0);
        var limits = new InputValue<IReadOnlyList<IReadOnlyList<int?>>?>("limits", Scalars.Int.OrNull().List().List().OrNull());
        return schema.Input<Filter>("Filter", "Which tweets.")
            .Fields(text, roles, likes, limits)
            .ReadAs(values => new(values.Get(text), values.Get(roles), values.Get(likes), values.Get(limits)));
    }

    private static void DeclareQuery(
        SchemaBuilder schema,
        InterfaceType<INode> node,
        InterfaceType<IWritten> written,
        ObjectType<User> user,
        ObjectType<Tweet> tweet,
        EnumType<Role> role,
        GraphQLType<DateTimeOffset> instant,
        InputType<Filter> filter)
    {
        var id = new InputValue<string>("id", Scalars.Id);
        var where = new InputValue<Filter?>("where", filter.OrNull(), "Leaves the others out.");
        var any = new InputValue<Role?>("role", role.OrNull());
        var at = new InputValue<DateTimeOffset?>("at", instant.OrNull());
        var number = new InputValue<double?>("number", Scalars.Float.OrNull()).DefaultsTo(1.5);
        var query = schema.Query();
        query.Field("node", node.OrNull(), INode? (_, context) => Nodes.FirstOrDefault(candidate => candidate.Id == context.Get(id))).Take(id);
        query.Field("nodes", node.OrNull().List(), IReadOnlyList<INode?> (_, _) => [Ada, null, Tweets[0]]);
        query.Field("written", written.List(), IReadOnlyList<IWritten> (_, _) => Tweets);
        query.Field("me", user, (_, _) => Ada);
        query.Field("user", user.OrNull(), User? (_, context) => new[] { Ada, Bob }.FirstOrDefault(candidate => candidate.Id == context.Get(id))).Take(id);
        query.Field("tweets", tweet.List(), IReadOnlyList<Tweet> (_, context) => Find(context.Get(where))).Describe("All of them.").Take(where);
        query.Field("tweet", tweet.OrNull(), Tweet? (_, context) => Array.Find(Tweets, candidate => candidate.Id == context.Get(id))).Take(id);
        query.Field("echo", Scalars.String.OrNull(), string? (_, context) => Echo(context, any, at, number)).Take(any, at, number);
        query.Field("maybeTweets", tweet.OrNull().List().OrNull(), IReadOnlyList<Tweet?>? (_, _) => Tweets);
        query.Field("failing", tweet, Tweet (_, _) => throw new ConflictException("birds.failing", "Failing."));
        query.Field("nan", Scalars.Float.OrNull(), double? (_, _) => double.NaN);
    }

    private static string Echo(FieldContext context, InputValue<Role?> any, InputValue<DateTimeOffset?> at, InputValue<double?> number)
    {
        var shown = context.Get(at)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", Culture);
        return FormattableString.Invariant(
            $"{(context.Has(any) ? context.Get(any)?.ToString().ToUpperInvariant() ?? "null" : "-")} {(context.Has(at) ? shown ?? "null" : "-")} {(context.Has(number) ? context.Get(number)?.ToString(Culture) ?? "null" : "-")}");
    }

    private static Tweet[] Find(Filter? filter) => filter is null ? Tweets : [.. Tweets.Where(tweet =>
        tweet.Text.Contains(filter.Text, StringComparison.Ordinal)
        && tweet.Likes >= filter.MinLikes
        && filter.Roles?.Contains(tweet.AuthorId == Ada.Id ? Ada.Role : Bob.Role) != false)];

    private static IEnumerable<INode> Nodes => [Ada, Bob, .. Tweets];

    private static void DeclareMutation(SchemaBuilder schema, ObjectType<Tweet> tweet)
    {
        var text = new InputValue<string>("text", Scalars.String);
        var mutation = schema.Mutation();
        mutation.Field("post", tweet, Tweet (_, context) => new("99", context.Get(text), "1", null, 0)).Take(text);
        mutation.Field("refuse", tweet.OrNull(), Tweet? (_, _) => throw new NotFoundException("birds.refused", "Refused."));
    }
}

internal interface INode
{
    string Id { get; }
}

internal interface IWritten : INode
{
    string Text { get; }
}

internal enum Role
{
    Reader,
    Admin,
    Guest,
}

internal sealed record User(string Id, string UserName, string? DisplayName, Role Role, double Score, DateTimeOffset Joined, IReadOnlyList<string> Interests) : INode;

internal sealed record Tweet(string Id, string Text, string AuthorId, string? InReplyTo, int Likes) : IWritten;

internal sealed record Filter(string Text, IReadOnlyList<Role>? Roles, int MinLikes, IReadOnlyList<IReadOnlyList<int?>>? Limits);
