namespace SystemDesign.Tests.Architecture.Probes.Bans;

internal sealed class Blocks
{
    public static void Sleeps() => Thread.Sleep(1);

    public static void Waits(Task task) => task.Wait();

    public static void WaitsForAll(Task task) => Task.WaitAll(task);

    public static void WaitsForAny(Task task) => Task.WaitAny(task);

    public static T Result<T>(Task<T> task) => task.Result;

    public static T ValueResult<T>(ValueTask<T> task) => task.Result;

    public static Func<T, Task<T>> InAsyncLambda<T>(Task<T> task) => async _ =>
    {
        await Task.Yield();
        return task.Result;
    };

    public static async Task<T> Awaits<T>(Task<T> task)
    {
        await Task.Delay(1);
        return await task.WaitAsync(TimeSpan.FromSeconds(1));
    }
}
