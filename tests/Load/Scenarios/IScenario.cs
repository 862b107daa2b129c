using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

internal interface IScenario
{
    /// <param name="host">Ours; whoever starts it stops it.</param>
    /// <param name="length">Of each measured round of load.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken);
}
