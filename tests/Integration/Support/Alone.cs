namespace SystemDesign.Tests.Integration.Support;

/// <summary>For tests that listen to the whole process: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = nameof(Alone);
}
