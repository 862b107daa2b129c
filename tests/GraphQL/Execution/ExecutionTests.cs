using SystemDesign.GraphQL;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Errors;
using SystemDesign.Tests.GraphQL.Support;

namespace SystemDesign.Tests.GraphQL.Execution;

public sealed class ExecutionTests
{
    [Fact]
    public async Task A_null_in_a_non_null_list_item_nulls_the_nearest_nullable_parent()
    {
        var result = await Birds.Executor().AskAsync("{ maybeTweets { broken } tweet(id: 10) { replies { broken } } }");

        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Tweet.broken.","locations":[{"line":1,"column":17}],"path":["maybeTweets",1,"broken"]},"""
            + """{"message":"Cannot return null for non-nullable field Tweet.broken.","locations":[{"line":1,"column":52}],"path":["tweet","replies",0,"broken"]}],"data":"""
            + """{"maybeTweets":[{"broken":"Hello, world"},null,{"broken":"\"Quoted\" \\ and\nbroken"}],"tweet":null}}""",
            result.Json());
    }

    [Fact]
    public async Task A_null_that_nothing_holds_back_nulls_the_data()
    {
        var result = await Birds.Executor().AskAsync("{ me { id } failing { id } }");

        Assert.Equal(GraphQLOutcome.Executed, result.Outcome);
        Assert.EndsWith("\"data\":null}", result.Json(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_come_in_the_order_in_which_they_are_asked_for()
    {
        var result = await Birds.Executor().AskAsync("{ me { score ...F id } } fragment F on User { userName id score }");

        Assert.Equal("""{"data":{"me":{"score":36.5,"userName":"ada","id":"1"}}}""", result.Json());
    }

    [Fact]
    public async Task An_expected_failure_is_told_with_its_code()
    {
        var result = await Birds.Executor().AskAsync("{ tweet(id: 10) { secret } }");

        var error = Assert.Single(result.Errors);
        Assert.Equal("This is secret.", error.Message);
        Assert.Equal("birds.secret", error.Extensions!["code"]);
    }

    [Fact]
    public async Task An_unexpected_failure_is_masked_and_reported()
    {
        List<(Exception, string)> reported = [];
        var schema = OneField("broken", Scalars.String.List(), _ => throw new InvalidOperationException("The password is 1234."));
        var executor = new GraphQLExecutor(schema, new() { Report = (exception, path) => reported.Add((exception, path)) });

        var result = await executor.AskAsync("{ x: broken }");

        Assert.Equal("Internal error.", result.Errors.Single().Message);
        Assert.DoesNotContain("1234", result.Json(), StringComparison.Ordinal);
        Assert.Equal(("The password is 1234.", "x"), (reported.Single().Item1.Message, reported.Single().Item2));
    }

    [Fact]
    public async Task Mutations_run_one_after_the_other()
    {
        List<string> log = [];
        var name = new InputValue<string>("name", Scalars.String);
        var schema = GraphQLSchema.Build(builder =>
        {
            builder.Query().Field("ok", Scalars.Boolean, _ => true);
            builder.Mutation().Field("run", Scalars.String, async (_, context) =>
            {
                log.Add($"{context.Get(name)} begins");
                for (var turn = 0; turn < (context.Get(name) == "a" ? 1_000 : 1); turn++)
                {
                    await Task.Yield();
                }

                log.Add($"{context.Get(name)} ends");
                return context.Get(name);
            }).Take(name);
        });

        await new GraphQLExecutor(schema).AskAsync("mutation { a: run(name: \"a\") b: run(name: \"b\") }");

        Assert.Equal(["a begins", "a ends", "b begins", "b ends"], log);
    }

    [Fact]
    public async Task Fields_of_a_query_run_side_by_side()
    {
        var both = new TaskCompletionSource();
        var running = 0;
        var schema = OneField("wait", Scalars.Boolean, async _ =>
        {
            if (Interlocked.Increment(ref running) == 2)
            {
                both.SetResult();
            }

            await both.Task;
            return true;
        });

        var result = await new GraphQLExecutor(schema).AskAsync("{ a: wait b: wait }").WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("""{"data":{"a":true,"b":true}}""", result.Json());
    }

    [Fact]
    public async Task A_cancelled_operation_ends_as_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var schema = OneField("wait", Scalars.Boolean, async token =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return true;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new GraphQLExecutor(schema).AskAsync("{ wait }", cancellationToken: cancel.Token));
    }

    [Fact]
    public async Task An_id_is_read_into_what_it_is_here()
    {
        var id = new InputValue<Guid>("id", Scalars.IdOf<Guid>());
        var schema = GraphQLSchema.Build(builder => builder.Query().Field("same", Scalars.IdOf<Guid>().OrNull(), Guid? (_, context) => context.Get(id)).Take(id));
        var executor = new GraphQLExecutor(schema);

        var right = await executor.AskAsync("{ same(id: \"0199a0e2-0000-7000-8000-000000000001\") }");
        var wrong = await executor.AskAsync("{ same(id: \"nonsense\") }");

        Assert.Equal("""{"data":{"same":"0199a0e2-0000-7000-8000-000000000001"}}""", right.Json());
        Assert.Equal("invalid-id", wrong.Errors.Single().Extensions!["code"]);
    }

    [Fact]
    public async Task What_was_left_out_is_told_from_null()
    {
        var text = new InputValue<string?>("text", Scalars.String.OrNull());
        var schema = GraphQLSchema.Build(builder => builder.Query().Field("has", Scalars.Boolean, (_, context) => context.Has(text)).Take(text));

        var result = await new GraphQLExecutor(schema).AskAsync("query ($x: String) { a: has b: has(text: null) c: has(text: $x) }");

        Assert.Equal("""{"data":{"a":false,"b":true,"c":false}}""", result.Json());
    }

    [Fact]
    public async Task A_field_has_a_wait_to_tell_when_there_is_too_much()
    {
        var schema = OneField("busy", Scalars.Boolean, _ => throw new TooManyException("busy", "Later.", TimeSpan.FromSeconds(1.5)));

        var result = await new GraphQLExecutor(schema).AskAsync("{ busy }");

        Assert.Equal(2, result.Errors.Single().Extensions!["retryAfter"]);
    }

    [Fact]
    public async Task An_invalid_document_is_refused_each_time()
    {
        var executor = Birds.Executor();

        Assert.Equal(GraphQLOutcome.Refused, (await executor.AskAsync("{ nothing }")).Outcome);
        Assert.Equal(GraphQLOutcome.Refused, (await executor.AskAsync("{ nothing }")).Outcome);
    }

    private static GraphQLSchema OneField<T>(string name, GraphQLType<T> type, Func<CancellationToken, Task<T>> resolve) =>
        GraphQLSchema.Build(schema => schema.Query().Field(name, type, (_, context) => resolve(context.CancellationToken)));
}
