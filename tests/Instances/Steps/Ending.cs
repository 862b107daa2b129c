namespace SystemDesign.Tests.Instances.Steps;

/// <summary>What becomes of a process at a step.</summary>
internal enum Ending
{
    Kill,

    /// <summary>Until somebody continues it.</summary>
    Stop,
}
