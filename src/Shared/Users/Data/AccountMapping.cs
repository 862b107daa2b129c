using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Data;

internal sealed class AccountMapping : IEntityTypeConfiguration<AccountRow>, IEntityTypeConfiguration<AccountRole>
{
    private const string TakenCode = "users.user-name-taken";
    private const string TakenDetail = "Somebody has this user name already, or one that looks like it.";

    public void Configure(EntityTypeBuilder<AccountRow> builder)
    {
        builder.Property(account => account.UserName).IsRequired().HasMaxLength(AccountRules.MaximumUserNameLength);
        builder.Property(account => account.NormalizedUserName).IsRequired().HasMaxLength(AccountRules.MaximumUserNameLength);
        builder.Property(account => account.Email).IsRequired().HasMaxLength(AccountRules.MaximumEmailLength);
        builder.Property(account => account.NormalizedEmail).IsRequired().HasMaxLength(AccountRules.MaximumEmailLength);
        builder.Property(account => account.DisplayName).HasMaxLength(AccountRules.MaximumDisplayNameLength);
        builder.Property(account => account.PasswordHash).IsRequired();
        builder.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();

        // The default is for accounts older than skeletons: SQLite adds no column without.
        builder.Property(account => account.UserNameSkeleton).HasMaxLength(LookAlikes.MaximumSkeletonLength).HasDefaultValue(string.Empty).ValueGeneratedNever();

        // Of one name that races itself both are violated, and the database chooses which it names: so they say the same.
        builder.HasIndex(account => account.NormalizedUserName).ConflictsAs(TakenCode, TakenDetail, "userName");
        builder.HasIndex(account => account.UserNameSkeleton).ConflictsAs(TakenCode, TakenDetail, "userName");
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
