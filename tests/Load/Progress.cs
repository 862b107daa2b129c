namespace SystemDesign.Tests.Load;

/// <summary>On standard error, so that standard output is the report and nothing else.</summary>
internal static class Progress
{
    public static Task SayAsync(string what) => Console.Error.WriteLineAsync($"{DateTimeOffset.UtcNow:HH:mm:ss} {what}");
}
