using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace SystemDesign.Users.Data;

/// <summary>Identity's own store, less its habit of saving by itself: the unit of work saves.</summary>
internal sealed class AccountStore : UserOnlyStore<AccountRow, UsersDb, Guid>
{
    public AccountStore(UsersDb context)
        : base(context) => AutoSaveChanges = false;
}
