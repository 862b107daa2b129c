namespace SystemDesign.Platform.Seeding;

/// <summary>
/// Fills a module with data to try it out with and to measure it on: <c>seed {module} --{option} {number}</c>. A module registers
/// its own. The same options make the same rows, everywhere and at any time, and what is there already is not made again: so a
/// run that was cut short goes on with the next.
/// </summary>
public interface ISeeder
{
    /// <summary>As in the module's routes.</summary>
    string Module { get; }

    /// <summary>One sentence on what there will be.</summary>
    string Summary { get; }

    IReadOnlyList<SeedOption> Options { get; }

    /// <summary>In portions, so that the memory stays flat however many are asked for. Gives up between two of them.</summary>
    Task<SeedReport> SeedAsync(SeedArguments arguments, ISeedProgress progress, CancellationToken cancellationToken);
}
