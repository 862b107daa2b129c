using Microsoft.AspNetCore.Routing;
using SystemDesign.GraphQL.Explorer;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>A page to write queries on, to run them and to browse the schema.</summary>
internal static class GraphExplorer
{
    private const string FeedPage =
        """
        query Feed($first: Int!, $after: String) {
          feed(first: $first, after: $after) {
            items {
              repostedBy { userName }
              tweet { id text likeCount replyCount author { userName displayName } }
            }
            next
          }
        }
        """;

    private const string NewTweet =
        """
        mutation Post($tweet: NewTweet!) {
          postTweet(input: $tweet) { id text author { userName } }
        }
        """;

    private const string Somebody =
        """
        query Somebody($name: String!) {
          person(userName: $name) {
            displayName
            bio
            followerCount
            tweets(first: 5) { items { tweet { text likeCount } } }
          }
        }
        """;

    /// <summary>Beside the page that Swagger is, and as open: whoever asks something shows a token.</summary>
    public static void Map(RouteGroupBuilder root) => root.MapGraphQLExplorer("/twitter/graphql", "/api/twitter/graphql", new()
    {
        Title = "Twitter",
        Examples =
        [
            new("My feed", FeedPage, """{ "first": 20 }"""),
            new("Post a tweet", NewTweet, """{ "tweet": { "text": "Hello from the explorer #first" } }"""),
            new("Somebody and what they write", Somebody, """{ "name": "ada_lovelace" }"""),
        ],
    });
}
