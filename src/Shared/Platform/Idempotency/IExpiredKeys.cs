namespace SystemDesign.Platform.Idempotency;

/// <summary>The keys of one module's database that have lasted their time.</summary>
internal interface IExpiredKeys
{
    /// <returns>How many rows are gone.</returns>
    Task<int> SweepAsync(CancellationToken cancellationToken);
}
