using Npgsql;

namespace SystemDesign.Tests.Instances.Steps;

/// <summary>One dispatch, step by step: a step is what it is about to ask of the database.</summary>
/// <param name="at">The step, from 1, before which the process ends or stops; with 0 it does neither.</param>
/// <param name="ending">Which of the two.</param>
/// <param name="connectionString">Where a step that was reached is told: <c>LISTEN reached</c>.</param>
internal sealed class Walk(int at, Ending ending, string connectionString)
{
    private readonly List<string> steps = [];

    public IReadOnlyList<string> Steps => steps;

    public async ValueTask NextAsync(string step)
    {
        steps.Add(step);
        if (steps.Count != at)
        {
            return;
        }

        await TellAsync();
        if (Signals.Raise(ending is Ending.Kill ? Signals.Kill : Signals.Stop) != 0)
        {
            throw new InvalidOperationException("The signal was not raised.");
        }
    }

    private async Task TellAsync()
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_notify('reached', $1)", connection) { Parameters = { new() { Value = $"{at}" } } };
        await command.ExecuteNonQueryAsync();
    }
}
