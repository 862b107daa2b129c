using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Designs;

/// <summary>A case from end to end: everything that its drawing says can happen. One for each design.</summary>
internal interface ICaseWalk
{
    /// <summary>The module's name.</summary>
    string Module { get; }

    /// <summary>
    /// Does it all. When this returns, all that it set off has begun: what goes through the queue has been drained.
    /// </summary>
    Task WalkAsync(App app);
}
