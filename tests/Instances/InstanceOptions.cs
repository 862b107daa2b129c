namespace SystemDesign.Tests.Instances;

/// <summary>Section <c>Instance</c>.</summary>
internal sealed class InstanceOptions
{
    public const string Section = "Instance";

    /// <summary>What the ledgers call it.</summary>
    public string Name { get; set; } = "nameless";

    /// <summary>Whether nothing runs beside the requests, so that events are delivered when a test asks for it.</summary>
    public bool OnRequest { get; set; }
}
