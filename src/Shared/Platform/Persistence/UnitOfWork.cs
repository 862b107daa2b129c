using MediatR;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Platform.Persistence;

/// <summary>
/// Saves what a command's handler collected and told, once, when the handler has returned. A command that lost a race
/// (a row that it changed had been changed meanwhile), or that drew a value which is taken, runs again on what is there now.
/// </summary>
internal sealed class UnitOfWork<TCommand, TResponse, TDb>(TDb db, IWriter<TDb> writer, IDatabase database) : IPipelineBehavior<TCommand, TResponse>
    where TCommand : ICommand<TResponse>
    where TDb : ModuleDb
{
    /// <summary>With 50 that race for one row, each round settles at least one; nobody waits for 50 rounds.</summary>
    private const int MaximumAttempts = 5;

    public async Task<TResponse> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            // Sent by a handler of an event: its transaction is the unit, and whoever began it decides what a failure means.
            var answer = await next();
            await db.WriteAsync(cancellationToken);
            return answer;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await next();
                if (db.HasWork)
                {
                    await writer.SaveAsync(db, cancellationToken);
                }

                return response;
            }
            catch (Exception exception) when (attempt < MaximumAttempts && MaySucceedAgain(request, exception))
            {
                db.Forget();
            }
            catch (DbUpdateException exception) when (database.FindViolatedIndex(exception, db.Model)?.FindConflict() is { } conflict)
            {
                throw conflict;
            }
            catch (Exception exception) when (database.IsLostRace(exception))
            {
                throw new ConflictException("lost-race", "Others changed the same at the same time, again and again: try once more.");
            }
        }
    }

    private bool MaySucceedAgain(TCommand request, Exception exception) =>
        database.IsLostRace(exception)
        || (request is IDrawsValues { Draws: true }
            && exception is DbUpdateException failedSave
            && database.FindViolatedIndex(failedSave, db.Model) is not null);
}
