using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Erasing;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

/// <summary>Erases what is left of people who left, one after another. Nobody has seen anything of it since they did.</summary>
internal sealed class EraseDeparted(IServiceScopeFactory scopes, IWriter<TwitterDb> writer, Races races, BellOf<EraseDeparted> erasures, TimeProvider clock)
    : ErasingWork<TwitterDb, Erasure, int>(scopes, writer, races, erasures.Bell, clock)
{
    public override string Name => "twitter.erasures";

    protected override int AtOnce => 1;

    protected override Expression<Func<Erasure, int>> Key => erasure => erasure.Person;

    protected override IQueryable<Erasure> Of(TwitterDb db, IReadOnlyList<int> departed) => db.Erasures.Where(erasure => departed.Contains(erasure.Person));

    protected override Task<Func<CancellationToken, Task<bool>>> FindPortionAsync(
        IServiceProvider services, TwitterDb db, IReadOnlyList<int> departed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var traces = services.GetRequiredService<Traces>();
        return Task.FromResult<Func<CancellationToken, Task<bool>>>(transaction => traces.EraseAsync(departed.Single(), now, transaction));
    }
}
