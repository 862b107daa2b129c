using SystemDesign.GraphQL.Execution;

namespace SystemDesign.GraphQL.Loading;

/// <summary>The keys of one batch that fields wait for.</summary>
internal interface ILoads
{
    /// <summary>Takes the keys that are waited for.</summary>
    ReadLoads Take();
}

/// <summary>Reads what was taken. Never throws: a failure is each key's.</summary>
internal delegate Task<FinishedLoads> ReadLoads(IServiceProvider services, CancellationToken cancellationToken);

/// <param name="Fields">Those that waited, as often as they did.</param>
/// <param name="Release">Hands them what was read, and lets them run.</param>
internal sealed record FinishedLoads(IReadOnlyList<FieldContext> Fields, Action Release);
