using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Users.Data;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Tests.Integration.Persistence;

/// <summary>The disk is full, or whatever else makes a commit fail after each work in it had succeeded.</summary>
public sealed class FailedCommitTests(App app) : IClassFixture<App>
{
    private IWriter<UsersDb> Writer => app.Services.GetRequiredService<IWriter<UsersDb>>();

    [EmbeddedFact]
    public async Task When_a_commit_fails_all_of_its_batch_hear_of_it_and_the_next_batch_succeeds()
    {
        var begun = new TaskCompletionSource();
        var others = new TaskCompletionSource();
        await using var guilty = Open();
        var failing = Writer.RunAsync(
            guilty,
            async cancellationToken =>
            {
                begun.SetResult();
                await others.Task;
                await BreakTheCommitAsync(guilty, cancellationToken);
            },
            CancellationToken.None);
        await begun.Task;

        var email = $"{Guid.NewGuid():N}@example.org";
        await using var innocent = Open();
        innocent.Add(NewAccount(email));
        var waiting = Writer.SaveAsync(innocent, CancellationToken.None);
        await using var refused = Open();
        refused.OnSave(_ => throw new InvalidOperationException("refused for a reason of its own"));
        var refusing = Writer.SaveAsync(refused, CancellationToken.None);
        others.SetResult();

        await Assert.ThrowsAsync<SqliteException>(() => failing);
        await Assert.ThrowsAsync<SqliteException>(() => waiting);
        await Assert.ThrowsAsync<SqliteException>(() => refusing);
        await using var reader = Open();
        Assert.False(await reader.Accounts.AnyAsync(account => account.Email == email));

        await using var next = Open();
        next.Add(NewAccount(email));
        await Writer.SaveAsync(next, CancellationToken.None);
        Assert.True(await reader.Accounts.AnyAsync(account => account.Email == email));
    }

    /// <summary>A violated foreign key that is deferred: every statement succeeds, and the commit does not.</summary>
    private static async Task BreakTheCommitAsync(UsersDb db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", cancellationToken);
        db.Add(Session.Start(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch).Session);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static AccountRow NewAccount(string email) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = email[..20],
        NormalizedUserName = email[..20],
        UserNameSkeleton = email[..20],
        Email = email,
        NormalizedEmail = email,
        PasswordHash = "none",
        DisplayName = "Innocent",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private UsersDb Open() => app.Services.GetRequiredService<IDbContextFactory<UsersDb>>().CreateDbContext();
}
