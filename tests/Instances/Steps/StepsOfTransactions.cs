using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SystemDesign.Tests.Instances.Steps;

/// <summary>BEGIN is no step: it goes to the server with the first command.</summary>
internal sealed class StepsOfTransactions(Walks walks) : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await walks.NextAsync("COMMIT");
        return result;
    }
}
