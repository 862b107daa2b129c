using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

/// <summary>The index itself is in no model: it is a table of its own kind on each database.</summary>
internal sealed class SearchMapping : IEntityTypeConfiguration<SearchDocument>, IEntityTypeConfiguration<SearchRebuild>
{
    public void Configure(EntityTypeBuilder<SearchDocument> builder)
    {
        builder.ToTable("search_documents");
        builder.HasKey(document => document.Place);
        builder.Property(document => document.Place).ValueGeneratedNever();
        builder.HasIndex(document => document.TweetId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SearchRebuild> builder)
    {
        builder.ToTable("search_rebuilds");
        builder.Property(rebuild => rebuild.Id).ValueGeneratedNever();
    }
}
