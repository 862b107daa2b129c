using SystemDesign.Tests.Architecture.Rules;
using SystemDesign.Tests.Architecture.Rules.Bans;

namespace SystemDesign.Tests.Architecture;

public sealed class BanTests
{
    [Theory, EachModule]
    public void No_module_publishes_through_the_mediator(string module) => Verdict.Holds(Banned.Publishing, module);

    [Fact]
    public void Publishing_is_reported() => Verdict.Reports(
        Banned.Publishing,
        "Bans",
        "Publishes.AsMethodGroup calls MediatR.IMediator.Publish",
        "Publishes.ByClass calls MediatR.Mediator.Publish",
        "Publishes.ByInterface calls MediatR.IMediator.Publish",
        "Publishes.InAsyncLambda calls MediatR.IMediator.Publish");

    [Theory, EachModule]
    public void No_module_saves_by_itself(string module) => Verdict.Holds(Banned.Saving, module);

    [Fact]
    public void Saving_is_reported() => Verdict.Reports(
        Banned.Saving,
        "Bans",
        "Saves.AtOnce calls Microsoft.EntityFrameworkCore.DbContext.SaveChanges",
        "Saves.InATransaction calls Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade.BeginTransactionAsync",
        "Saves.InAnIsolatedTransaction calls Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.BeginTransactionAsync",
        "Saves.InAsyncLambda calls Microsoft.EntityFrameworkCore.DbContext.SaveChangesAsync",
        "Saves.InTheDriversTransaction calls System.Data.Common.DbConnection.BeginTransaction",
        "Saves.Later calls Microsoft.EntityFrameworkCore.DbContext.SaveChangesAsync");

    [Theory, EachModule(AndShared = true)]
    public void Time_and_ids_are_not_taken_from_thin_air(string assembly) => Verdict.Holds(Banned.HiddenTimeAndChance, assembly);

    [Fact]
    public void Hidden_time_and_chance_are_reported() => Verdict.Reports(
        Banned.HiddenTimeAndChance,
        "Bans",
        "HiddenTimeAndChance..cctor calls System.DateTime.get_UtcNow",
        "HiddenTimeAndChance.Ids calls System.Guid.NewGuid",
        "HiddenTimeAndChance.InAsyncLambda calls System.Guid.NewGuid",
        "HiddenTimeAndChance.Local calls System.DateTime.get_Now",
        "HiddenTimeAndChance.ManyTicks calls System.Environment.get_TickCount64",
        "HiddenTimeAndChance.Offset calls System.DateTimeOffset.get_Now",
        "HiddenTimeAndChance.Ticks calls System.Environment.get_TickCount",
        "HiddenTimeAndChance.Today calls System.DateTime.get_Today",
        "HiddenTimeAndChance.UtcOffset calls System.DateTimeOffset.get_UtcNow");

    [Theory, EachModule(AndShared = true)]
    public void Nothing_blocks_a_thread(string assembly) => Verdict.Holds(Banned.Blocking, assembly);

    [Fact]
    public void Blocking_is_reported() => Verdict.Reports(
        Banned.Blocking,
        "Bans",
        "Blocks.InAsyncLambda calls System.Threading.Tasks.Task`1.get_Result",
        "Blocks.Result calls System.Threading.Tasks.Task`1.get_Result",
        "Blocks.Sleeps calls System.Threading.Thread.Sleep",
        "Blocks.ValueResult calls System.Threading.Tasks.ValueTask`1.get_Result",
        "Blocks.Waits calls System.Threading.Tasks.Task.Wait",
        "Blocks.WaitsForAll calls System.Threading.Tasks.Task.WaitAll",
        "Blocks.WaitsForAny calls System.Threading.Tasks.Task.WaitAny");
}
