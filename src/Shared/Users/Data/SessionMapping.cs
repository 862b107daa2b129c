using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Users.Data;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        // A refresh holds only if nobody refreshed or revoked the session since it was read.
        builder.Property(session => session.TokenHash).IsConcurrencyToken();
        builder.Property(session => session.RevokedAt).IsConcurrencyToken();
        builder.Property(session => session.UserAgent).HasMaxLength(UserAgent.MaximumLength);

        // The way of a page of somebody's sessions, and that of the sweep.
        builder.HasIndex(session => new { session.UserId, session.Id });
        builder.HasIndex(session => session.ExpiresAt);
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(session => session.UserId);
    }
}
