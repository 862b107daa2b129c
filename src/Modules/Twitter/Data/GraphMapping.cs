using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

/// <summary>Each edge is found from both of its ends.</summary>
internal sealed class GraphMapping
    : IEntityTypeConfiguration<Follow>, IEntityTypeConfiguration<FollowRequest>, IEntityTypeConfiguration<Block>, IEntityTypeConfiguration<Mute>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("follows").IsClusteredByKey();
        builder.HasKey(follow => new { follow.Follower, follow.Followee });
        builder.HasIndex(follow => new { follow.Followee, follow.Follower });
    }

    public void Configure(EntityTypeBuilder<FollowRequest> builder)
    {
        builder.ToTable("follow_requests").IsClusteredByKey();
        builder.HasKey(request => new { request.Followee, request.Follower });
        builder.HasIndex(request => request.Follower);
    }

    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.ToTable("blocks").IsClusteredByKey();
        builder.HasKey(block => new { block.Blocker, block.Blocked });
        builder.HasIndex(block => new { block.Blocked, block.Blocker });
    }

    public void Configure(EntityTypeBuilder<Mute> builder)
    {
        builder.ToTable("mutes").IsClusteredByKey();
        builder.HasKey(mute => new { mute.Muter, mute.Muted });
        builder.HasIndex(mute => mute.Muted);
    }
}
