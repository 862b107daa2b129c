namespace SystemDesign.Tests.Architecture.Probes.Reading.Heads;

[Types(typeof(string), typeof(Marker))]
internal sealed class WithArrayInAttribute;

[Types(typeof(Marker))]
internal sealed class WithArgumentOfAttribute;

[Types(Named = typeof(List<Marker[]>))]
internal sealed class WithNamedArgumentOfAttribute;

[Marker]
internal sealed class WithAttribute;

internal sealed class WithBaseType : List<Marker>;

internal sealed class WithConstraint<T>
    where T : IEnumerable<Marker>;

internal interface IWithInterface : IComparable<Marker>;
