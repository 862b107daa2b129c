using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Very many followers of somebody, put into the database as a seeder does.</summary>
internal static class Crowd
{
    /// <summary>They have feeds that are complete, and nothing in them yet.</summary>
    /// <param name="app">Whose database.</param>
    /// <param name="followee">Whom they follow.</param>
    /// <param name="count">How many there are.</param>
    public static async Task GatherAsync(this App app, int followee, int count)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var writer = scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>();
        var joined = SeededPeriod.Start;
        db.AddMany([.. Enumerable.Range(1, count).Select(number => new Person
        {
            UserId = SeededUsers.IdOf(number),
            UserName = SeededUsers.UserNameOf(number),
            NameKey = SeededUsers.UserNameOf(number),
            DisplayName = "One of many",
            JoinedAt = joined,
        })]);
        await writer.SaveAsync(db, CancellationToken.None);

        var numbers = await db.People.Where(person => person.JoinedAt == joined).Select(person => person.Number).ToListAsync();
        db.AddMany([.. numbers.Select(number => new Follow { Follower = number, Followee = followee, FollowedAt = joined, PushedSince = EntryIds.First })]);
        db.AddMany([.. numbers.Select(number => new Feed { Owner = number, Floor = EntryIds.First, Lines = 0, SeenAt = app.Clock.GetUtcNow() })]);
        db.OnSave(cancellationToken => db.People.Where(person => person.Number == followee)
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Followers, count), cancellationToken));
        await writer.SaveAsync(db, CancellationToken.None);
    }

    /// <summary>How many lines an entry has, and in how many feeds it is.</summary>
    public static async Task<(int Lines, int Feeds)> LinesOfAsync(this App app, Guid entryId)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();
        var lines = db.FeedLines.Where(line => line.EntryId == entryId);
        return (await lines.CountAsync(), await lines.Select(line => line.Owner).Distinct().CountAsync());
    }
}
