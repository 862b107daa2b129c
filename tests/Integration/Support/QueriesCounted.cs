using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>Lets <see cref="Queries"/> see every context, whichever module's it is.</summary>
internal sealed class QueriesCounted<TDb>(Queries queries) : IDbContextOptionsConfiguration<TDb>
    where TDb : DbContext
{
    public void Configure(IServiceProvider serviceProvider, DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(queries);
}
