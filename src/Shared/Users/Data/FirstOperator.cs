using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Identity;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Startup;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Data;

/// <summary>Somebody must be able to appoint the others.</summary>
internal sealed class FirstOperator(IServiceScopeFactory scopes, UsersOptions options) : IInitialData
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (options.Operator is not { UserName: { } userName, Email: { } email, Password: { } password })
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
        var known = await accounts.FindByUserNameAsync(userName, cancellationToken);
        if (known is null)
        {
            await AddAsync(scope.ServiceProvider, new(userName, email, password, userName, [Roles.User, Roles.Operator]), cancellationToken);
        }
        else if (!known.Roles.Contains(Roles.Operator))
        {
            // Whoever registered under this name must not become operator by it.
            throw new StartRefusedException("Users:Operator:UserName names an account that is no operator: set it to a name that is free.");
        }
    }

    /// <summary>A check before an insert is safe here: nobody registers yet.</summary>
    private static async Task AddAsync(IServiceProvider services, NewAccount account, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<UsersDb>();
        var skeleton = LookAlikes.SkeletonOf(account.UserName);
        if (await db.Accounts.AnyAsync(row => row.UserNameSkeleton == skeleton, cancellationToken))
        {
            throw new StartRefusedException("Users:Operator:UserName looks like the name of somebody who registered: set it to another.");
        }

        await services.GetRequiredService<IAccounts>().AddAsync(account, cancellationToken);
        await services.GetRequiredService<IWriter<UsersDb>>().SaveAsync(db, cancellationToken);
    }
}
