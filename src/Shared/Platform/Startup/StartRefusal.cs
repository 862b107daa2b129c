using Microsoft.Extensions.Options;

namespace SystemDesign.Platform.Startup;

/// <summary>Tells a start that its operator can mend from a defect of ours.</summary>
public static class StartRefusal
{
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";

    /// <returns>One sentence that says what to set or to do; nothing if the exception is a defect.</returns>
    public static string? Explain(Exception exception) => exception switch
    {
        StartRefusedException refused => refused.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        AggregateException several when several.InnerExceptions.Select(Explain).ToList() is var sentences && !sentences.Contains(null) =>
            string.Join(' ', sentences),
        // Kestrel's message names the address: "Failed to bind to address http://127.0.0.1:8080: address already in use."
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } bind =>
            $"{bind.Message} Stop what listens there, or set urls to another address, such as --urls http://localhost:8081.",
        // The binder's message names the key that is no setting, or whose value cannot be read; below a list, the inner one does.
        InvalidOperationException { Source: Binder, InnerException: InvalidOperationException { Source: Binder } binder } => Explain(binder),
        InvalidOperationException { Source: Binder } binder => $"A setting cannot be used. {binder.Message}",
        _ => null,
    };
}
