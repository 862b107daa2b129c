using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Data;

internal sealed class AccountMapping : IEntityTypeConfiguration<AccountRow>, IEntityTypeConfiguration<AccountRole>
{
    public void Configure(EntityTypeBuilder<AccountRow> builder)
    {
        builder.Property(account => account.UserName).IsRequired().HasMaxLength(AccountRules.MaximumUserNameLength);
        builder.Property(account => account.NormalizedUserName).IsRequired().HasMaxLength(AccountRules.MaximumUserNameLength);
        builder.Property(account => account.Email).IsRequired().HasMaxLength(AccountRules.MaximumEmailLength);
        builder.Property(account => account.NormalizedEmail).IsRequired().HasMaxLength(AccountRules.MaximumEmailLength);
        builder.Property(account => account.DisplayName).HasMaxLength(AccountRules.MaximumDisplayNameLength);
        builder.Property(account => account.PasswordHash).IsRequired();
        builder.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();

        builder.HasIndex(account => account.NormalizedUserName)
            .ConflictsAs("users.user-name-taken", "Somebody has this user name already.", "userName");
        builder.HasIndex(account => account.NormalizedEmail)
            .ConflictsAs("users.email-taken", "Somebody registered with this e-mail address already.", "email");

        builder.HasMany(account => account.Roles).WithOne().HasForeignKey(role => role.AccountId);
        builder.Navigation(account => account.Roles).AutoInclude();

        // Identity has them; no use case of ours does.
        builder.Ignore(account => account.PhoneNumber);
        builder.Ignore(account => account.PhoneNumberConfirmed);
        builder.Ignore(account => account.TwoFactorEnabled);
    }

    public void Configure(EntityTypeBuilder<AccountRole> builder)
    {
        builder.ToTable("account_roles");
        builder.HasKey(role => new { role.AccountId, role.Role });
        builder.Property(role => role.Role).HasMaxLength(20);
    }
}
