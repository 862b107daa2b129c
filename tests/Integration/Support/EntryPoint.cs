using System.Text;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>
/// The host's entry point in the tests' own process, for what it returns and writes to standard error before anything listens. A process for
/// each start would take seconds to load what is loaded here.
/// </summary>
internal static class EntryPoint
{
    private static readonly AsyncLocal<StringWriter?> Errors = new();

    static EntryPoint() => Console.SetError(new OfEachCaller(Console.Error));

    /// <param name="settings">As on a command line.</param>
    public static async Task<(int ExitCode, string Errors)> RunAsync(params string[] settings)
    {
        using var errors = new StringWriter();
        Errors.Value = errors;
        string[] arguments = [.. settings, "--urls=http://127.0.0.1:0"];
        var exitCode = await Task.Run(() => typeof(Program).Assembly.EntryPoint!.Invoke(null, [arguments])).WaitAsync(TimeSpan.FromMinutes(5));
        return ((int)exitCode!, errors.ToString());
    }

    /// <summary>Standard error belongs to the process, in which other tests run meanwhile: each call has what was written in its own flow.</summary>
    private sealed class OfEachCaller(TextWriter others) : TextWriter
    {
        public override Encoding Encoding => others.Encoding;

        private static StringWriter? OfCaller => Errors.Value;

        public override void Write(char value) => (OfCaller ?? others).Write(value);

        public override void Write(string? value) => (OfCaller ?? others).Write(value);

        public override void Write(char[] buffer, int index, int count) => (OfCaller ?? others).Write(buffer, index, count);
    }
}
