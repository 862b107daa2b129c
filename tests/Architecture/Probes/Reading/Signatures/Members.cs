namespace SystemDesign.Tests.Architecture.Probes.Reading.Signatures;

internal abstract class Members
{
    protected List<Marker[]> Field = [];

    public abstract event Action<Marker> Event;

    public abstract Marker Property { get; }

    [field: Marker]
    public int AttributeOfField { get; }

    [Marker]
    public abstract int AttributeOfProperty { get; }

    [Marker]
    public abstract event Action AttributeOfEvent;

    [Marker]
    public abstract void Attribute();

    public abstract void AttributeOfParameter([Marker] int parameter);

    [return: Marker]
    public abstract int AttributeOfResult();

    public abstract void AttributeOfTypeParameter<[Marker] T>();

    public abstract void Constraint<T>()
        where T : IEnumerable<Marker>;

    public abstract void Parameter(Marker parameter);

    public abstract void Reference(ref readonly Marker? parameter);

    public abstract IAsyncEnumerable<Marker> Result();
}
