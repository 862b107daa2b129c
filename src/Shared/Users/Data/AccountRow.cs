using Microsoft.AspNetCore.Identity;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Data;

/// <summary>An account as ASP.NET Core Identity keeps it.</summary>
internal sealed class AccountRow : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    /// <summary>See <see cref="LookAlikes"/>.</summary>
    public required string UserNameSkeleton { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<AccountRole> Roles { get; init; } = [];
}
