using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Analytics.Domain.Traffic;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Analytics.Data;

/// <summary>Removes minutes and hours that have lasted their time. Their days have them all.</summary>
internal sealed class RetentionSweep(IDbContextFactory<AnalyticsDb> databases, IWriter<AnalyticsDb> writer, Retention retention, TimeProvider clock)
    : IBackgroundWork, IDisposable
{
    /// <summary>Steps to a transaction, so that counting need not wait long behind it.</summary>
    private const int Portion = 10;

    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public string Name => "analytics.retention";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var step in new[] { Step.Minute, Step.Hour })
        {
            var (first, length) = (retention.FirstKept(step), step.Length());
            await RemoveAsync<EventCount>(row => row.Step == step, row => row.Start, first, length, cancellationToken);
            await RemoveAsync<RouteRequests>(row => row.Step == step, row => row.Start, first, length, cancellationToken);
            await RemoveAsync<UserSketch>(row => row.Step == step, row => row.Start, first, length, cancellationToken);
        }

        var day = Step.Day.StartOf(clock.Now()).AddDays(-NetworkTraffic.KeptDays);
        await RemoveAsync<NetworkRequests>(_ => true, row => row.Day, day, Step.Day.Length(), cancellationToken);
        return Rest;
    }

    public void Dispose() => Bell.Dispose();

    private async Task RemoveAsync<TRow>(
        Expression<Func<TRow, bool>> ofStep, Expression<Func<TRow, DateTimeOffset>> start, DateTimeOffset first, TimeSpan length, CancellationToken cancellationToken)
        where TRow : class
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        while (await db.Set<TRow>().Where(ofStep).Select(start).OrderBy(at => at).Select(at => (DateTimeOffset?)at).FirstOrDefaultAsync(cancellationToken) is { } oldest
            && oldest < first)
        {
            var end = oldest + (Portion * length);
            var bound = Expression.Constant(end < first ? end : first);
            var isOver = Expression.Lambda<Func<TRow, bool>>(Expression.LessThan(start.Body, bound), start.Parameters);
            await writer.RunAsync(db, transaction => db.Set<TRow>().Where(ofStep).Where(isOver).ExecuteDeleteAsync(transaction), cancellationToken);
        }
    }
}
