using System.Globalization;
using Microsoft.AspNetCore.Identity;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Data.Seeding;

/// <summary>Accounts by the number of their user, as a registration would have made them; but for the hash of their password, which all share.</summary>
internal sealed class SeededAccounts(IPasswordHasher<AccountRow> hasher, ILookupNormalizer normalizer)
{
    public const string Password = "seeded to be tried out";

    public string HashPassword() => hasher.HashPassword(Make(1, string.Empty), Password);

    public AccountRow Make(int number, string passwordHash)
    {
        var userName = SeededUsers.UserNameOf(number);
        var email = $"{userName}@example.org";
        var id = SeededUsers.IdOf(number);
        return new()
        {
            Id = id,
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            UserNameSkeleton = LookAlikes.SkeletonOf(userName),
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            DisplayName = string.Create(CultureInfo.InvariantCulture, $"Seeded User {number}"),
            PasswordHash = passwordHash,
            SecurityStamp = id.ToString(),
            ConcurrencyStamp = id.ToString(),
            LockoutEnabled = true,
            CreatedAt = SeededUsers.RegisteredAt(number),
            Roles = [new() { AccountId = id, Role = Roles.User }],
        };
    }
}
