using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasKey(person => person.Number);
        builder.Property(person => person.UserName).HasMaxLength(Person.MaximumUserNameLength);
        builder.Property(person => person.NameKey).HasMaxLength(Person.MaximumUserNameLength);
        builder.Property(person => person.DisplayName).HasMaxLength(Person.MaximumDisplayNameLength);
        builder.Property(person => person.Bio).HasMaxLength(Person.MaximumBioLength);
        builder.HasIndex(person => person.UserId).IsUnique();
        builder.HasIndex(person => person.NameKey).IsUnique();
    }
}
