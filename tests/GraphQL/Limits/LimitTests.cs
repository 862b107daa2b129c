using SystemDesign.GraphQL;
using SystemDesign.Tests.GraphQL.Support;

namespace SystemDesign.Tests.GraphQL.Limits;

public sealed class LimitTests
{
    [Theory]
    [InlineData("{ me { tweets { author { id } } } }", 4, true)]
    [InlineData("{ me { tweets { author { tweets { id } } } } }", 4, false)]
    [InlineData("{ me { ...F } } fragment F on User { tweets { ... on Tweet { author { ... { id } } } } }", 4, true)]
    [InlineData("{ me { ...F } } fragment F on User { tweets { author { ...G } } } fragment G on User { tweets { id } }", 4, false)]
    public async Task Depth_counts_fields_and_not_fragments(string document, int depth, bool isAllowed) =>
        await IsAsync(new() { Depth = depth }, document, isAllowed);

    [Theory]
    [InlineData("{ me { id } }", 2, true)]
    [InlineData("{ me { id } }", 1, false)]
    [InlineData("{ me { tweets(first: 5) { id text } } }", 12, true)]
    [InlineData("{ me { tweets(first: 6) { id text } } }", 12, false)]
    [InlineData("{ a: me { id } b: me { id } c: me { id } }", 5, false)]
    [InlineData("{ me { tweets(first: 2147483647) { author { tweets(first: 2147483647) { author { id } } } } } }", 1_000_000, false)]
    public async Task Cost_counts_a_field_as_often_as_the_lists_around_it_repeat_it(string document, int cost, bool isAllowed) =>
        await IsAsync(new() { Cost = cost }, document, isAllowed);

    [Fact]
    public async Task Cost_takes_the_size_from_a_variable() =>
        Assert.Equal("too-costly", (await Birds.Executor(new() { Limits = new() { Cost = 100 } })
            .AskAsync("query ($n: Int!) { me { tweets(first: $n) { id } } }", new { n = 1000 })).Errors.Single().Extensions!["code"]);

    [Fact]
    public async Task Fragments_that_double_are_added_up_at_once()
    {
        var chain = string.Join(' ', Enumerable.Range(0, 40).Select(index => $"fragment F{index} on User {{ a{index}: id ...F{index + 1} ... {{ ...F{index + 1} }} }}"));

        var result = await Birds.Executor(new() { Limits = new() { Cost = 100_000 } }).AskAsync($"{{ me {{ ...F0 }} }} {chain} fragment F40 on User {{ id }}");

        Assert.Equal("too-costly", result.Errors.Single().Extensions!["code"]);
    }

    [Theory]
    [InlineData("... on User {", "}", 90, true)]
    [InlineData("... on User {", "}", 110, false)]
    [InlineData("", "", 90, true)]
    [InlineData("", "", 1_200, false)]
    [InlineData("tweets { author { tweets { author {", "} } } }", 500, false)]
    [InlineData("... { ... { ... { ... {", "} } } }", 500, false)]
    public void Fragments_within_fragments_do_not_reach_the_end_of_a_small_stack(string open, string close, int length, bool isAllowed)
    {
        length = open.Length > 0 && isAllowed ? length / 2 : length;
        var chain = string.Join(' ', Enumerable.Range(0, length).Select(index => $"fragment F{index} on User {{ {open} ...F{index + 1} {close} }}"));

        Assert.Equal(isAllowed, IsExecutedOnSmallStack($"{{ me {{ ...F0 ...F1 }} }} {chain} fragment F{length} on User {{ id }}"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1_200)]
    public void Fragments_that_never_end_do_not_either(int length)
    {
        var ring = string.Join(' ', Enumerable.Range(0, length).Select(index => $"fragment F{index} on User {{ ...F{(index + 1) % length} }}"));

        Assert.False(IsExecutedOnSmallStack($"{{ me {{ ...F0 }} }} {ring}"));
    }

    [Fact]
    public async Task Introspection_has_a_limit_of_its_own()
    {
        var usual = await Birds.Executor(new() { Limits = new() { Depth = 3, Cost = 10 } }).AskAsync(Introspection.Query);
        var endless = await Birds.Executor().AskAsync("{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }");

        Assert.Empty(usual.Errors);
        Assert.Equal("too-costly", endless.Errors.Single().Extensions!["code"]);
    }

    private static bool IsExecutedOnSmallStack(string document)
    {
        Task<GraphQLResult>? result = null;
        var thread = new Thread(() => result = Birds.Executor().AskAsync(document), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        return result!.GetAwaiter().GetResult().Outcome == GraphQLOutcome.Executed;
    }

    private static async Task IsAsync(GraphQLLimits limits, string document, bool isAllowed)
    {
        var result = await Birds.Executor(new() { Limits = limits }).AskAsync(document);

        Assert.Equal(isAllowed ? GraphQLOutcome.Executed : GraphQLOutcome.Refused, result.Outcome);
    }
}
