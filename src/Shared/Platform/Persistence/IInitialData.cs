namespace SystemDesign.Platform.Persistence;

/// <summary>
/// Rows that must be there before the first request. Runs at every start, after the migrations, in one process at a
/// time: so a check before an insert is safe here, as it is nowhere else.
/// </summary>
public interface IInitialData
{
    Task EnsureAsync(CancellationToken cancellationToken);
}
