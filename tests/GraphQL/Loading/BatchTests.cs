using System.Collections.Concurrent;
using SystemDesign.GraphQL;
using SystemDesign.GraphQL.Loading;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Tests.GraphQL.Support;

namespace SystemDesign.Tests.GraphQL.Loading;

/// <summary>A page of 20 tweets with authors, counts and first replies, whose authors are asked for too.</summary>
public sealed class BatchTests
{
    private const string Page = "{ feed { id maybeAuthor { name } likes replies { id maybeAuthor { name } likes } } }";

    private readonly ConcurrentQueue<(string Batch, int Keys)> reads = [];

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(500)]
    public async Task A_page_is_read_in_as_many_batches_however_long_it_is(int tweets)
    {
        var result = await Executor(tweets).AskAsync(Page);

        Assert.Empty(result.Errors);
        Assert.Equal(["authors", "authors", "likes", "likes", "replies"], reads.Select(read => read.Batch).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_is_read_once()
    {
        await Executor(20).AskAsync("{ a: feed { author { name } } b: feed { author { name } } }");

        Assert.Equal([("authors", 7)], reads);
    }

    [Fact]
    public async Task Batches_at_different_depths_that_can_be_one_are_one()
    {
        await Executor(20).AskAsync("{ feed { replies { author { name } } nested { nested { replies { author { name } } } } } }");

        Assert.Equal(2, reads.Count);
    }

    [Fact]
    public async Task A_mutation_does_not_see_what_was_read_before_it()
    {
        await Executor(1).AskAsync("mutation { a: touch { author { name } } b: touch { author { name } } }");

        Assert.Equal([("authors", 1), ("authors", 1)], reads);
    }

    [Fact]
    public async Task A_batch_that_fails_fails_each_field_that_waited()
    {
        var result = await Executor(3, failsAt: 0).AskAsync("{ feed { maybeAuthor { name } } }");

        Assert.Equal(3, result.Errors.Count);
        Assert.EndsWith("""{"feed":[{"maybeAuthor":null},{"maybeAuthor":null},{"maybeAuthor":null}]}}""", result.Json(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "5")]
    [InlineData(6, "5 1")]
    [InlineData(12, "5 5 2")]
    public async Task More_keys_than_a_batch_may_be_given_are_read_in_parts(int posts, string parts)
    {
        var result = await Executor(posts, size: 5).AskAsync("{ feed { maybeAuthor { name } } }");

        Assert.Empty(result.Errors);
        Assert.Equal(parts, string.Join(' ', reads.Select(read => read.Keys)));
        Assert.EndsWith($"{{\"maybeAuthor\":{{\"name\":\"author {posts - 1}\"}}}}]}}}}", result.Json(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_fails_fails_its_own_keys_alone()
    {
        var result = await Executor(12, failsAt: 7, size: 5).AskAsync("{ feed { maybeAuthor { name } } }");

        Assert.Equal([5, 6, 7, 8, 9], result.Errors.Select(error => error.Path![1]).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_batch_without_room_is_refused(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Counted("none", key => key, failsAt: null, size));

    [Fact]
    public async Task A_key_without_a_value_is_null_or_fails()
    {
        var result = await Executor(1).AskAsync("{ feed { nobody { name } missing { name } } }");

        Assert.Equal(["feed", 0, "missing"], result.Errors.Single().Path!);
    }

    [Fact]
    public async Task A_resolver_that_loads_one_key_after_the_other_goes_on()
    {
        var result = await Executor(5).AskAsync("{ feed { chain } }");

        Assert.Empty(result.Errors);
        Assert.Equal(4, reads.Count);
    }

    [Fact]
    public async Task A_resolver_that_does_not_await_what_it_loads_holds_nothing_up()
    {
        var result = await Executor(5).AskAsync("{ feed { careless author { name } } }").WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(result.Errors);
    }

    private GraphQLExecutor Executor(int tweets, int? failsAt = null, int size = 1_000)
    {
        var authors = Counted("authors", key => new Author($"author {key}"), failsAt, size);
        var likes = Counted("likes", key => key % 10, failsAt, size);
        var replies = Counted<IReadOnlyList<Post>>("replies", key => key >= 1000 ? [] : [new(key + 1000), new(key + 2000)], failsAt, size);
        return new(GraphQLSchema.Build(schema =>
        {
            var author = schema.Object<Author>("Author");
            author.Field("name", Scalars.String, source => source.Name);
            var post = schema.Object<Post>("Post");
            post.Field("id", Scalars.Int, source => source.Id);
            post.Field("author", author, (source, context) => context.LoadAsync(authors, source.Id % 7));
            post.Field("maybeAuthor", author.OrNull(), async Task<Author?> (source, context) => await context.LoadAsync(authors, source.Id));
            post.Field("nobody", author.OrNull(), (source, context) => context.LoadOrDefaultAsync(authors, -1));
            post.Field("missing", author.OrNull(), async Task<Author?> (source, context) => await context.LoadAsync(authors, -1));
            post.Field("likes", Scalars.Int, (source, context) => context.LoadAsync(likes, source.Id));
            post.Field("replies", post.List(), (source, context) => context.LoadAsync(replies, source.Id)).Size(2);
            post.Field("nested", post, source => source);
            post.Field("chain", Scalars.Int, async (source, context) =>
            {
                var sum = 0;
                for (var step = 0; step < 4; step++)
                {
                    sum += await context.LoadAsync(likes, source.Id + (step * 100));
                }

                return sum;
            });
            post.Field("careless", Scalars.Boolean, async (source, context) =>
            {
                _ = context.LoadAsync(likes, source.Id);
                await Task.Yield();
                return true;
            });
            schema.Query().Field("feed", post.List(), async Task<IReadOnlyList<Post>> (_, _) =>
            {
                await Task.Yield();
                return [.. Enumerable.Range(0, tweets).Select(id => new Post(id))];
            }).Size(20);
            schema.Mutation().Field("touch", post, (_, _) => new Post(1));
        }));
    }

    /// <summary>Some take more turns than others: what is read how fast must not matter.</summary>
    private Batch<int, TValue> Counted<TValue>(string name, Func<int, TValue> value, int? failsAt, int size) => new(
        async (keys, _, _) =>
        {
            reads.Enqueue((name, keys.Count));
            for (var turn = 0; turn < name.Length * 100; turn++)
            {
                await Task.Yield();
            }

            return failsAt is { } failing && keys.Contains(failing)
                ? throw new InvalidOperationException("The database is away.")
                : keys.Where(key => key >= 0).ToDictionary(key => key, value);
        },
        size);

    private sealed record Author(string Name);

    private sealed record Post(int Id);
}
