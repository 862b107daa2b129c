using Microsoft.AspNetCore.Identity;

namespace SystemDesign.Users.Data;

/// <summary>An account as ASP.NET Core Identity keeps it.</summary>
internal sealed class AccountRow : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<AccountRole> Roles { get; init; } = [];
}
