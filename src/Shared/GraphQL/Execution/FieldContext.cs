using Microsoft.Extensions.DependencyInjection;
using SystemDesign.GraphQL.Loading;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Execution;

/// <summary>What the resolver of one field, for one source, is given besides the source.</summary>
public sealed class FieldContext : IAsyncDisposable
{
    private readonly OperationExecution execution;
    private readonly InputValues arguments;
    private AsyncServiceScope? scope;

    internal FieldContext(OperationExecution execution, InputValues arguments)
    {
        this.execution = execution;
        this.arguments = arguments;
    }

    /// <summary>
    /// A scope of this field's own, which ends when its resolver does: siblings run at the same time, and what is scoped,
    /// such as a database context, serves one at a time.
    /// </summary>
    public IServiceProvider Services => (scope ??= execution.Services.CreateAsyncScope()).ServiceProvider;

    public CancellationToken CancellationToken => execution.CancellationToken;

    internal GraphQLSchema Schema => execution.Schema;

    /// <summary>How many loads it waits for. Only the rounds touch it.</summary>
    internal int Waiting { get; set; }

    internal bool HasLeft { get; set; }

    /// <summary>The value of an argument, or its default.</summary>
    public T Get<T>(InputValue<T> argument) => arguments.Get(argument);

    /// <summary>Whether the client gave the argument, be it as null, or it has a default.</summary>
    public bool Has(IInputValue argument) => arguments.Has(argument);

    /// <summary>The value under a key, read in one batch with all others that fields of this operation wait for.</summary>
    /// <exception cref="KeyNotFoundException">The batch was read, and this key has no value.</exception>
    public async Task<TValue> LoadAsync<TKey, TValue>(Batch<TKey, TValue> batch, TKey key)
        where TKey : notnull => await execution.Loads.LoadAsync(batch, key, this) is { IsThere: true, Value: var value }
            ? value!
            : throw new KeyNotFoundException($"There is no {typeof(TValue).Name} under {key}.");

    /// <returns>Null, or zero, for a key that has no value.</returns>
    public async Task<TValue?> LoadOrDefaultAsync<TKey, TValue>(Batch<TKey, TValue> batch, TKey key)
        where TKey : notnull => (await execution.Loads.LoadAsync(batch, key, this)).Value;

    /// <summary>By the executor, which made it.</summary>
    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}
