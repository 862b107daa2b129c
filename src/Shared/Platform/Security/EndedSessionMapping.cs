using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.Platform.Security;

internal sealed class EndedSessionMapping : IEntityTypeConfiguration<EndedSession>
{
    public const string Table = "ended_sessions";

    public void Configure(EntityTypeBuilder<EndedSession> builder)
    {
        builder.ToTable(Table);

        // The way of the sweep.
        builder.HasIndex(session => session.EndedAt);
    }
}
