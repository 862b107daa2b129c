using Microsoft.Extensions.Options;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Instances.Steps;

/// <summary>Knows which walk a database command belongs to: the one whose flow it runs in, or none.</summary>
internal sealed class Walks(IOptions<PersistenceOptions> options)
{
    private readonly AsyncLocal<Walk?> current = new();

    public Walk Begin(int at, Ending ending) => current.Value = new(at, ending, options.Value.ConnectionString!);

    public ValueTask NextAsync(string step) => current.Value?.NextAsync(step) ?? ValueTask.CompletedTask;
}
