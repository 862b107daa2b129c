namespace SystemDesign.Tests.Architecture.Probes.Walls;

internal static class Allowed
{
    internal abstract record AbstractRecord;

    internal sealed record SealedRecord : AbstractRecord;

    internal interface IPort;

    internal enum Choice;

    internal readonly struct Value;

    internal delegate void Action();

    public static Func<int, Task<int>> Lambda(int captured) => async number =>
    {
        await Task.Yield();
        return number + captured;
    };
}
