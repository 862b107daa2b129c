using SystemDesign.Platform.Background;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Leases the next block while there are codes of the last one, so that nobody who draws waits for it. An instance that draws none
/// leases none.
/// </summary>
internal sealed class LeaseAhead(CodeStock stock, ICodeBlocks blocks) : IBackgroundWork
{
    public string Name => "url-shortener.codes";

    public Bell Bell => stock.RunsLow;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await stock.LeaseAheadAsync(cancellationToken);
        return Timeout.InfiniteTimeSpan;
    }

    public async Task FinishAsync()
    {
        stock.Clear();
        await blocks.GiveBackAsync(CancellationToken.None);
    }
}
