using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Notifications;

[Trait("Notes", "AB-6")]
public sealed class ProviderChainTests
{
    private static readonly OutgoingMessage Message = new(Guid.CreateVersion7(), Channel.Sms, "+4915112345678", "Title", "Text", null, null, null, Letters.Now);

    private readonly ManualClock clock = new();
    private readonly Scripted first = new("first");
    private readonly Scripted second = new("second");
    private readonly ProviderChain chain;

    public ProviderChainTests() => chain = new([first, second, new Scripted("other", Channel.Push)], clock);

    [Fact]
    public async Task Asks_the_second_when_the_first_does_not_take_it()
    {
        first.Answer = ProviderAnswer.NotTaken("busy");

        Assert.Equal((AnswerKind.Taken, "second"), await SendAsync());
        Assert.Equal((1, 1), (first.Asked, second.Asked));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Asks_nobody_else_when_the_first_refused_or_may_have_taken_it(bool refused)
    {
        first.Answer = refused ? ProviderAnswer.Refused("no such phone") : ProviderAnswer.Unknown("broken off");

        Assert.Equal((refused ? AnswerKind.Refused : AnswerKind.Unknown, "first"), await SendAsync());
        Assert.Equal(0, second.Asked);
    }

    [Fact]
    public async Task Takes_what_is_thrown_for_an_answer_that_nobody_knows()
    {
        first.Answer = null;

        Assert.Equal((AnswerKind.Unknown, "first"), await SendAsync());
    }

    [Fact]
    public async Task Sets_one_aside_that_fails_three_times_and_tries_it_with_one_message_later()
    {
        first.Answer = ProviderAnswer.NotTaken("away");
        for (var message = 1; message <= 5; message++)
        {
            Assert.Equal((AnswerKind.Taken, "second"), await SendAsync());
        }

        Assert.Equal(ProviderState.MaximumFailures, first.Asked);
        Assert.Equal(("first", "away"), (Assert.Single(chain.SetAside).Key, Assert.Single(chain.SetAside).Value));

        clock.Advance(ProviderState.Pause);
        await SendAsync();
        await SendAsync();
        Assert.Equal(ProviderState.MaximumFailures + 1, first.Asked);

        clock.Advance(ProviderState.Pause);
        first.Answer = ProviderAnswer.Taken;
        Assert.Equal((AnswerKind.Taken, "first"), await SendAsync());
        Assert.Empty(chain.SetAside);
    }

    [Fact]
    public async Task Sets_nobody_aside_for_an_address_that_cannot_take_it_now()
    {
        first.Answer = ProviderAnswer.NotTaken("mailbox full", isOfAddress: true);
        for (var message = 1; message <= 5; message++)
        {
            Assert.Equal((AnswerKind.Taken, "second"), await SendAsync());
        }

        Assert.Equal(5, first.Asked);
        Assert.Empty(chain.SetAside);
    }

    [Fact]
    public async Task Says_when_to_come_again_if_all_are_set_aside()
    {
        first.Answer = second.Answer = ProviderAnswer.NotTaken("away");
        for (var message = 1; message <= ProviderState.MaximumFailures; message++)
        {
            await SendAsync();
        }

        var answer = await chain.SendAsync(Message, CancellationToken.None);

        Assert.Equal(AnswerKind.NobodyThere, answer.Kind);
        Assert.Equal(clock.GetUtcNow() + ProviderState.Pause, answer.NotBefore!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Equal(ProviderState.MaximumFailures, second.Asked);
    }

    private async Task<(AnswerKind Kind, string? Provider)> SendAsync()
    {
        var answer = await chain.SendAsync(Message, CancellationToken.None);
        return (answer.Kind, answer.Provider);
    }

    private sealed class Scripted(string name, Channel channel = Channel.Sms) : IProvider
    {
        public Channel Channel => channel;

        public string Name => name;

        public int Asked { get; private set; }

        /// <summary>Nothing: it throws.</summary>
        public ProviderAnswer? Answer { get; set; } = ProviderAnswer.Taken;

        public Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(Answer ?? throw new IOException("The connection broke."));
        }
    }
}
