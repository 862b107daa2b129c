using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SystemDesign.Contracts.Users;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Time;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Data;

internal sealed class Accounts(
    UsersDb db, IOutbox outbox, UserManager<AccountRow> manager, IPasswordHasher<AccountRow> hasher, TimeProvider clock, IOptions<IdentityOptions> identity) : IAccounts
{
    private static readonly AccountRow Nobody = new() { DisplayName = string.Empty, UserNameSkeleton = string.Empty, CreatedAt = default };

    private static string? nobodysHash;

    private LockoutOptions Lockout => identity.Value.Lockout;

    public async Task<Account> AddAsync(NewAccount account, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var row = new AccountRow
        {
            Id = Guid.CreateVersion7(now),
            UserName = account.UserName,
            Email = account.Email,
            DisplayName = account.DisplayName,
            UserNameSkeleton = LookAlikes.SkeletonOf(account.UserName),
            CreatedAt = now,
            Roles = [.. account.Roles.Select(role => new AccountRole { Role = role })],
        };
        var result = await manager.CreateAsync(row, account.Password);
        if (!result.Succeeded)
        {
            throw Explain(result.Errors.First());
        }

        outbox.Add(new UserRegistered(row.Id, account.UserName, account.DisplayName, now));
        return AccountOf(row);
    }

    public void Remove(Guid id) => db.OnSave(cancellationToken => db.Accounts.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken));

    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? AccountOf(row) : null;

    public async Task<Account> RenameAsync(Account account, string displayName, CancellationToken cancellationToken)
    {
        var row = await db.Accounts.SingleAsync(row => row.Id == account.Id, cancellationToken);
        row.DisplayName = displayName;
        row.ConcurrencyStamp = Guid.CreateVersion7(clock.Now()).ToString();
        db.Entry(row).Property(changed => changed.ConcurrencyStamp).OriginalValue = account.Version;
        return AccountOf(row);
    }

    public async Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellationToken) =>
        await manager.FindByNameAsync(userName) is { } row ? AccountOf(row) : null;

    public async Task<bool> VerifyPasswordAsync(Account? account, string password, CancellationToken cancellationToken)
    {
        if (account is null || await db.Accounts.FindAsync([account.Id], cancellationToken) is not { } row)
        {
            hasher.VerifyHashedPassword(Nobody, nobodysHash ??= hasher.HashPassword(Nobody, string.Empty), password);
            return false;
        }

        return row.LockoutEnd is { } end && end > clock.Now() ? throw Locked(end - clock.Now()) : await manager.CheckPasswordAsync(row, password);
    }

    public void CountWrongPassword(Guid id)
    {
        var now = clock.Now();
        var lockedUntil = (DateTimeOffset?)(now + Lockout.DefaultLockoutTimeSpan);

        // In the database, so that wrong passwords in parallel are all counted. The count begins anew with each lock.
        db.OnSave(cancellationToken => db.Accounts.Where(row => row.Id == id).ExecuteUpdateAsync(
            row => row
                .SetProperty(account => account.LockoutEnd, account => account.AccessFailedCount + 1 >= Lockout.MaxFailedAccessAttempts ? lockedUntil : account.LockoutEnd)
                .SetProperty(account => account.AccessFailedCount, account => account.AccessFailedCount + 1 >= Lockout.MaxFailedAccessAttempts ? 0 : account.AccessFailedCount + 1),
            cancellationToken));
    }

    public void Grant(Guid id)
    {
        var now = clock.Now();
        var verified = db.Entry(Verified(id)).Property(row => row.ConcurrencyStamp).OriginalValue;

        // First, so that its lock is what the units of one account wait for, and none waits for another in a circle.
        db.OnSaveFirst(async cancellationToken =>
        {
            var granted = await db.Accounts
                .Where(row => row.Id == id && row.ConcurrencyStamp == verified && (row.LockoutEnd == null || row.LockoutEnd <= now))
                .ExecuteUpdateAsync(row => row.SetProperty(account => account.AccessFailedCount, 0), cancellationToken);
            if (granted == 0)
            {
                throw new DbUpdateConcurrencyException("The account was locked, changed or deleted since its password was verified.");
            }
        });
    }

    public void ChangePassword(Guid id, string newPassword)
    {
        var row = Verified(id);
        var stamp = Guid.CreateVersion7(clock.Now()).ToString();
        row.PasswordHash = hasher.HashPassword(row, newPassword);
        row.SecurityStamp = stamp;
        row.ConcurrencyStamp = stamp;
    }

    /// <summary>As it was when its password was verified, and not as it is now.</summary>
    private AccountRow Verified(Guid id) => db.Accounts.Local.FindEntry(id)!.Entity;

    private static Account AccountOf(AccountRow row) => new(
        row.Id,
        row.UserName!,
        row.Email!,
        row.DisplayName,
        [.. row.Roles.Select(role => role.Role).Order(StringComparer.Ordinal)],
        row.CreatedAt,
        row.ConcurrencyStamp!);

    private static TooManyException Locked(TimeSpan remaining) =>
        new("users.locked-out", "Too many wrong passwords: this account is locked for a while.", remaining);

    private static ExpectedException Explain(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => new ConflictException("users.user-name-taken", error.Description, "userName"),
        nameof(IdentityErrorDescriber.DuplicateEmail) => new ConflictException("users.email-taken", error.Description, "email"),
        _ => new InvalidException("invalid-input", error.Description),
    };
}
