using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

internal sealed class NoticeMapping : IEntityTypeConfiguration<CrowdRow>, IEntityTypeConfiguration<CrowdMember>
{
    public void Configure(EntityTypeBuilder<CrowdRow> builder)
    {
        builder.ToTable("crowds");
        builder.HasKey(crowd => new { crowd.Kind, crowd.Subject });

        // Whose hour is over.
        builder.HasIndex(crowd => crowd.EndsAt);
    }

    public void Configure(EntityTypeBuilder<CrowdMember> builder)
    {
        builder.ToTable("crowd_members").IsClusteredByKey();
        builder.HasKey(member => new { member.Kind, member.Subject, member.Actor });
    }
}
