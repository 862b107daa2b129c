using SystemDesign.Tests.Instances.Telling;

namespace SystemDesign.Tests.Instances.Ledgers;

/// <summary>That a handler had an event and was committed. Only ever added, and no key is unique: had twice, there would be two.</summary>
internal sealed class Entry
{
    public long Id { get; init; }

    public required string Key { get; init; }

    public required int Number { get; init; }

    /// <summary>The one that handled it.</summary>
    public required string Instance { get; init; }

    public static Entry Of(Told told, InstanceOptions instance) => new() { Key = told.Of, Number = told.Number, Instance = instance.Name };
}
