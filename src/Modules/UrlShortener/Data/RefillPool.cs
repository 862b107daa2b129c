using SystemDesign.Platform.Background;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Keeps codes ready: at the start, and after each block that this instance leased.</summary>
internal sealed class RefillPool(CodePool pool) : IBackgroundWork
{
    public string Name => "url-shortener.code-pool";

    public Bell Bell => pool.Leased;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await pool.FillAsync(cancellationToken);
        return Timeout.InfiniteTimeSpan;
    }
}
