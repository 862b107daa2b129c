namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>
/// Every route of Twitter that can be read. Whoever adds one adds it here: <see cref="PrivacyMatrixTests"/> fails for one that is in the
/// module's document and not in this list.
/// </summary>
internal static class PrivacyRoutes
{
    public static IReadOnlyList<PrivacyRoute> All { get; } =
    [
        new("tweet/{id}", world => [$"tweet/{world.Tweet.Id}", $"tweet/{world.AuthorsReply.Id}", $"tweet/{world.AuthorsQuote.Id}", $"tweet/{world.QuoteOfAuthor.Id}"]),
        new("tweet/{id}/thread", world => [$"tweet/{world.Tweet.Id}/thread", $"tweet/{world.ReplyToAuthor.Id}/thread", $"tweet/{world.AuthorsReply.Id}/thread"]),
        new("tweet/{id}/replies", world => [$"tweet/{world.Root.Id}/replies", $"tweet/{world.Tweet.Id}/replies"]),
        new("tweet/{id}/stats", world => [$"tweet/{world.Tweet.Id}/stats"]) { ShowsTo = _ => false },
        new("users/{userName}", world => [$"users/{world.Author.Name}", $"users/{world.Bystander.Name}"]) { ShowsTo = _ => false },
        new("users/{userName}/tweets", world => [$"users/{world.Author.Name}/tweets", $"users/{world.Bystander.Name}/tweets"]),
        new("users/{userName}/followers", world => [$"users/{world.Author.Name}/followers", $"users/{world.Bystander.Name}/followers"]) { ShowsTo = _ => false },
        new("users/{userName}/following", world => [$"users/{world.Author.Name}/following", $"users/{world.Bystander.Name}/following"]) { ShowsTo = _ => false },
        new("follow-requests", _ => ["follow-requests"]) { ShowsTo = _ => false },
        new("blocks", _ => ["blocks"]) { ShowsTo = _ => false },
        new("mutes", _ => ["mutes"]) { ShowsTo = _ => false },
        new("feed", _ => ["feed?limit=100"])
        {
            ShowsTo = @case => @case.IsAuthor || (@case.IsFollowing && !@case.IsMuting),
            HidesFrom = @case => !@case.MaySee || @case.IsMuting,
        },
        new("search", world => [$"search?q={world.Word}", $"search?q=%23{world.Tag}", "search?q=everybody", "search?q=quote"]),
        new("tags/{tag}", world => [$"tags/{world.Tag}"]),

        // The same for everybody: a tag that somebody public wrote with is no secret, also from whom they block.
        new("trends", _ => ["trends?limit=50"]) { ShowsTo = _ => false, HidesFrom = @case => !@case.MaySee && !@case.IsBlocked },
        new("recommendations", _ => ["recommendations"]) { ShowsTo = _ => false },
        new("operator/feeds/policy", _ => ["operator/feeds/policy"]) { ShowsTo = _ => false },
        new("graphql", world =>
        [
            Graph("{ feed { items { tweet { text quote { text } } } } }"),
            Graph($$"""{ tweet(id: "{{world.Tweet.Id}}") { text author { userName } } }"""),
            Graph($$"""{ tweet(id: "{{world.Root.Id}}") { replies { items { text } } } }"""),
            Graph($$"""{ tweet(id: "{{world.QuoteOfAuthor.Id}}") { quote { text } } }"""),
            Graph($$"""{ thread(id: "{{world.ReplyToAuthor.Id}}") { answered { text } tweet { inReplyTo { text } } } }"""),
            Graph($$"""{ person(userName: "{{world.Author.Name}}") { tweets { items { tweet { text } } } } }"""),
            Graph($$"""{ person(userName: "{{world.Bystander.Name}}") { tweets { items { tweet { text quote { text } } } } } }"""),
        ]),
    ];

    private static string Graph(string query) => $"graphql?query={Uri.EscapeDataString(query)}";
}
