using MediatR;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Idempotency;

/// <summary>
/// The unit of work of an <see cref="IIdempotent"/> command. Under a key its answer is saved with its effect, and given again to
/// whoever sends the same again. A failure had no effect, so nothing is kept of it and the next attempt runs.
/// </summary>
internal sealed class IdempotentUnitOfWork<TCommand, TResponse, TDb>(
    UnitOfWork<TCommand, TResponse, TDb> unit,
    TDb db,
    KeptAnswers<TDb> answers,
    KeysInUse<TDb> keysInUse,
    IdempotencyHeaders headers,
    ICurrentUser currentUser,
    TimeProvider clock) : IPipelineBehavior<TCommand, TResponse>
    where TCommand : ICommand<TResponse>, IIdempotent
    where TDb : ModuleDb
{
    private static readonly string Operation = typeof(TCommand).Name;

    public async Task<TResponse> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (headers.FindKey() is not { } text)
        {
            return await unit.Handle(request, cancellationToken, next);
        }

        var key = new UserKey(currentUser.Id, text);
        var requestHash = KeptJson.HashOf(request);
        var deadline = clock.Now() + Keeping.Patience;
        while (true)
        {
            using var turn = keysInUse.TryTake(key, out var end);
            if (turn is null)
            {
                await WaitAsync(end, deadline, cancellationToken);
            }

            if (await answers.FindAsync(key, cancellationToken) is { } kept)
            {
                return Replay(kept, requestHash);
            }

            if (turn is not null)
            {
                return await RunAsync(key, requestHash, request, next, cancellationToken);
            }
        }
    }

    private async Task WaitAsync(Task end, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        try
        {
            var remaining = deadline - clock.Now();
            await end.WaitAsync(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw KeyProblems.InUse();
        }
    }

    private async Task<TResponse> RunAsync(
        UserKey key, byte[] requestHash, TCommand request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        try
        {
            return await unit.Handle(request, cancellationToken, async () =>
            {
                var response = await next();
                answers.Keep(new()
                {
                    UserId = key.UserId,
                    Key = key.Key,
                    Operation = Operation,
                    RequestHash = requestHash,
                    Answer = KeptJson.Write(response),
                    CreatedAt = clock.Now(),
                });
                return response;
            });
        }
        catch (ExpectedException)
        {
            // Another instance may have been first: its answer became visible together with whatever this one failed on.
            db.Forget();
            if (await answers.FindAsync(key, cancellationToken) is { } kept)
            {
                return Replay(kept, requestHash);
            }

            throw;
        }
    }

    private TResponse Replay(KeptAnswer kept, byte[] requestHash)
    {
        kept.RequireSame(Operation, requestHash);
        headers.TellReplayed();
        return KeptJson.Read<TResponse>(kept.Answer);
    }
}
