using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.Users;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Seeding;

namespace SystemDesign.Users.Data.Seeding;

/// <summary>Accounts for the users of seeded data, all with one password, which is hashed once. The other modules are told of each.</summary>
internal sealed class AccountSeeder(IServiceScopeFactory scopes, IWriter<UsersDb> writer, SeededAccounts accounts) : ISeeder
{
    private const int Portion = 5_000;

    private static readonly SeedOption Users = new("users", 100, 1, SeededUsers.Maximum, "how many accounts");

    public string Module => "users";

    public string Summary => $"Accounts {SeededUsers.UserNameOf(1)}, {SeededUsers.UserNameOf(2)} and so on, whose password is '{SeededAccounts.Password}'.";

    public IReadOnlyList<SeedOption> Options { get; } = [Users];

    public async Task<SeedReport> SeedAsync(SeedArguments arguments, ISeedProgress progress, CancellationToken cancellationToken)
    {
        var count = (int)arguments.ValueOf(Users);
        var step = progress.Begin("accounts", count);
        var passwordHash = accounts.HashPassword();
        var made = 0L;
        for (var first = 1; first <= count; first += Portion)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var numbers = Enumerable.Range(first, int.Min(Portion, count - first + 1)).ToList();
            made += await SeedAsync([.. numbers.Select(number => accounts.Make(number, passwordHash))], cancellationToken);
            step.Advance(numbers.Count);
        }

        return new(
            [new("accounts", made, count - made)],
            $"Log in as {SeededUsers.UserNameOf(1)} to {SeededUsers.UserNameOf(count)} with the password '{SeededAccounts.Password}'. Whoever reads this can: not for data that matters.");
    }

    /// <returns>How many were made.</returns>
    private async Task<int> SeedAsync(IReadOnlyList<AccountRow> portion, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UsersDb>();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        var (names, addresses) = await TakenAsync(db, portion, cancellationToken);
        var added = portion.Where(account => !names.Contains(account.UserNameSkeleton) && !addresses.Contains(account.NormalizedEmail!)).ToList();
        db.AddMany(added);
        db.AddMany([.. added.SelectMany(account => account.Roles)]);
        foreach (var account in added)
        {
            outbox.Add(new UserRegistered(account.Id, account.UserName!, account.DisplayName, account.CreatedAt));
        }

        await writer.SaveAsync(db, cancellationToken);
        return added.Count;
    }

    /// <summary>By an earlier run, or by somebody who registered so: skeletons of names, and e-mail addresses.</summary>
    private static async Task<(HashSet<string> Names, HashSet<string> Addresses)> TakenAsync(
        UsersDb db, IReadOnlyList<AccountRow> portion, CancellationToken cancellationToken)
    {
        var skeletons = portion.Select(account => account.UserNameSkeleton).ToList();
        var addresses = portion.Select(account => account.NormalizedEmail).ToList();
        return (
            [.. await db.Accounts.Where(row => EF.Parameter(skeletons).Contains(row.UserNameSkeleton)).Select(row => row.UserNameSkeleton).ToListAsync(cancellationToken)],
            [.. await db.Accounts.Where(row => EF.Parameter(addresses).Contains(row.NormalizedEmail)).Select(row => row.NormalizedEmail!).ToListAsync(cancellationToken)]);
    }
}
