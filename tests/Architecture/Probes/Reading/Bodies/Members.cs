using System.Linq.Expressions;

namespace SystemDesign.Tests.Architecture.Probes.Reading.Bodies;

internal sealed class Members
{
    private static readonly object Static = new Marker();

    public static object Property => new Marker();

    public static object Array() => new Marker[1];

    public static async IAsyncEnumerable<object> AsyncIterator()
    {
        await Task.Yield();
        yield return new Marker();
    }

    public static Func<T, Task<object>> AsyncLambdaInGenericMethod<T>() => async value =>
    {
        await Task.Yield();
        return new Dictionary<Func<Marker>, T> { [() => null!] = value };
    };

    public static Task<object> AsyncLocalFunction()
    {
        return Inner();

        static async Task<object> Inner()
        {
            await Task.Yield();
            return new Marker();
        }
    }

    public static async Task<object> AsyncMethod()
    {
        await Task.Yield();
        return new Marker();
    }

    public static void Call() => Marker.Touch();

    public static bool Cast(object value) => value is Marker;

    public static void Catch()
    {
        try
        {
            Console.WriteLine();
        }
        catch (Marker)
        {
        }
    }

    public static void CatchFilter()
    {
        try
        {
            Console.WriteLine();
        }
        catch (Exception exception) when (exception.InnerException is Marker)
        {
        }
    }

    public static Expression<Func<object>> ExpressionTree() => () => new Marker();

    public static int Field() => Marker.Field;

    public static object GenericMethod() => System.Array.Empty<Marker>();

    public static object GenericType() => new List<Marker>();

    public static IEnumerable<object> Iterator()
    {
        yield return new Marker();
    }

    public static Func<object> Lambda() => () => new Marker();

    public static Func<Func<object>> LambdaInLambda() => () => () => new Marker();

    public static Func<object> LambdaWithCapture(int captured) => () => captured > 0 ? new Marker() : Static;

    public static Action MethodGroup() => Marker.Touch;

    public static object New() => new Marker();

    public static void ResultOfCall() => Giver.Give();

    public static object TypeOf() => typeof(Marker);
}
