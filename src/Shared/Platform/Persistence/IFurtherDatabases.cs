namespace SystemDesign.Platform.Persistence;

/// <summary>
/// Databases beside the modules' own. They are prepared at every start, under the same claim: after the migrations, and before
/// the initial data, which may need them.
/// </summary>
internal interface IFurtherDatabases
{
    /// <exception cref="Startup.StartRefusedException">One cannot be used; the message names it.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);
}
