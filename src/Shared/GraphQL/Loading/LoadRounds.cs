using SystemDesign.GraphQL.Execution;

namespace SystemDesign.GraphQL.Loading;

/// <summary>
/// Reads batches in rounds. A round begins when no resolver of the operation can go on but by a load, so that a batch has all the keys
/// that could be had: how many times it is read depends on the shape of the document, and not on how much data there is, nor on
/// what is read how fast.
/// </summary>
/// <remarks>
/// It counts who is <em>running</em>: each resolver that was started, until what is below it was started too, unless it waits for a load.
/// Whoever releases loads counts as running until all of them are released.
/// </remarks>
internal sealed class LoadRounds(IServiceProvider services, CancellationToken cancellationToken)
{
    private readonly Lock gate = new();
    private readonly Dictionary<object, ILoads> byBatch = new(ReferenceEqualityComparer.Instance);
    private readonly List<ILoads> wanted = [];
    private TaskCompletionSource? quiet;
    private int running;

    public void Enter()
    {
        lock (gate)
        {
            running++;
        }
    }

    public void Leave(FieldContext? field)
    {
        lock (gate)
        {
            // One that does not await its loads stopped running when it asked for the first.
            if (field is null or { Waiting: 0 })
            {
                Stop();
            }

            field?.HasLeft = true;
        }
    }

    public Task<Loaded<TValue>> LoadAsync<TKey, TValue>(Batch<TKey, TValue> batch, TKey key, FieldContext field)
        where TKey : notnull
    {
        lock (gate)
        {
            if (!byBatch.TryGetValue(batch, out var found))
            {
                byBatch.Add(batch, found = new Loads<TKey, TValue>(batch));
            }

            var loads = (Loads<TKey, TValue>)found;
            var wasEmpty = loads.IsEmpty;
            var load = loads.Add(key, field);
            if (wasEmpty && !loads.IsEmpty)
            {
                wanted.Add(loads);
            }

            if (!load.IsCompleted && ++field.Waiting == 1)
            {
                Stop();
            }

            return load;
        }
    }

    /// <summary>Starts what resolves fields, and runs rounds until none of it waits for one.</summary>
    public async Task RunAsync(Func<Task> start)
    {
        Enter();
        var work = start();
        Leave(field: null);
        for (var round = await NextAsync(); round.Count > 0; round = await NextAsync())
        {
            Release(await Task.WhenAll(round.Select(read => read(services, cancellationToken))));
        }

        await work;
    }

    /// <summary>What was read is not what is there, once a mutation has changed it (section 6.2.2).</summary>
    public void Forget()
    {
        lock (gate)
        {
            byBatch.Clear();
        }
    }

    /// <summary>What is wanted when nobody runs any more: nothing, when all is done.</summary>
    private async Task<List<ReadLoads>> NextAsync()
    {
        await QuietAsync();
        lock (gate)
        {
            List<ReadLoads> taken = [.. wanted.Select(loads => loads.Take())];
            wanted.Clear();
            return taken;
        }
    }

    private void Release(IReadOnlyList<FinishedLoads> finished)
    {
        lock (gate)
        {
            running++;
            foreach (var field in finished.SelectMany(loads => loads.Fields))
            {
                if (--field.Waiting == 0 && !field.HasLeft)
                {
                    running++;
                }
            }
        }

        foreach (var loads in finished)
        {
            loads.Release();
        }

        Leave(field: null);
    }

    private Task QuietAsync()
    {
        lock (gate)
        {
            quiet = running == 0 ? null : new(TaskCreationOptions.RunContinuationsAsynchronously);
            return quiet?.Task ?? Task.CompletedTask;
        }
    }

    private void Stop()
    {
        if (--running == 0)
        {
            quiet?.TrySetResult();
        }
    }
}
