using SystemDesign.Kernel.Errors;

namespace SystemDesign.Users.Domain.Accounts;

internal interface IAccounts
{
    /// <summary>Adds an account to this unit of work.</summary>
    /// <exception cref="ConflictException">The user name or the e-mail address is taken.</exception>
    Task<Account> AddAsync(NewAccount account, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work: the account is no more, nor anything that was its own.</summary>
    void Remove(Guid id);

    Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work, which holds only if nobody changed the account since it was read.</summary>
    /// <returns>The account with its new display name and version.</returns>
    Task<Account> RenameAsync(Account account, string displayName, CancellationToken cancellationToken);

    Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the password is the account's. Takes the same time for an account that does not exist, so that the time
    /// does not tell whether it does.
    /// </summary>
    /// <exception cref="TooManyException">The account is locked after too many wrong passwords.</exception>
    Task<bool> VerifyPasswordAsync(Account? account, string password, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work: one more wrong password, and the lock when there were too many.</summary>
    void CountWrongPassword(Guid id);

    /// <summary>
    /// Adds to this unit of work, ahead of everything else, for who has just verified a password: it holds only if the account was
    /// neither locked nor changed since, and no other such unit runs beside it. So guessing in parallel gains nothing, and an old
    /// password opens nothing once a change of it is answered. Otherwise the command runs again. Wrong passwords are forgotten.
    /// </summary>
    void Grant(Guid id);

    /// <summary>Adds to this unit of work, for who has just verified the current password: another one counts from now on.</summary>
    void ChangePassword(Guid id, string newPassword);
}
