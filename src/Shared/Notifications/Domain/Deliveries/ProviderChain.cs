namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>
/// The providers of each channel, in the order in which they are asked. The next one is asked when one did not take the message; one that
/// fails three times in a row is set aside for half a minute, and then tried with one message.
/// </summary>
/// <param name="providers">In their order.</param>
/// <param name="clock">For how long they are set aside.</param>
internal sealed class ProviderChain(IReadOnlyList<IProvider> providers, TimeProvider clock)
{
    private readonly IReadOnlyList<ProviderState> states = [.. providers.Select(provider => new ProviderState(provider, clock))];

    /// <summary>Those that are set aside now, and what they said last.</summary>
    public IReadOnlyDictionary<string, string> SetAside => states.Where(state => !state.IsInUse).ToDictionary(state => state.Provider.Name, state => state.LastFailure);

    public async Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var mine = states.Where(state => state.Provider.Channel == message.Channel).ToList();
        var answer = new ProviderAnswer(AnswerKind.NobodyThere, NotBefore: mine.Min(state => state.SetAsideUntil));
        foreach (var state in mine.Where(state => state.MayBeAsked()))
        {
            answer = await AskAsync(state, message, cancellationToken);
            if (answer.Kind is not AnswerKind.NotTaken)
            {
                break;
            }
        }

        return answer;
    }

    private static async Task<ProviderAnswer> AskAsync(ProviderState state, OutgoingMessage message, CancellationToken cancellationToken)
    {
        ProviderAnswer answer;
        try
        {
            answer = await state.Provider.SendAsync(message, cancellationToken);
        }
        catch (Exception exception)
        {
            answer = ProviderAnswer.Unknown(exception.Message);
        }

        state.Note(answer);
        return answer with { Provider = state.Provider.Name };
    }
}
