using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Instances.Telling;

internal static class TellingEndpoints
{
    private const string Count =
        """
        INSERT INTO teller.counters AS kept (key, number) VALUES ({0}, {1})
        ON CONFLICT (key) DO UPDATE SET number = kept.number + {1} RETURNING number AS "Value"
        """;

    public static void MapTelling(this IEndpointRouteBuilder routes) => routes.MapPost("/tell", TellAsync);

    /// <summary>Tells the next events of each key, all of them or none. A key's counter is locked first, so that numbers follow its commits.</summary>
    /// <returns>The last number of each key.</returns>
    private static async Task<Ok<Dictionary<string, int>>> TellAsync(
        [FromQuery] string[] key, int count, TellerDb db, IWriter<TellerDb> writer, IOutbox outbox, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, int>();
        await writer.RunAsync(
            db,
            async transaction =>
            {
                foreach (var one in key.Order(StringComparer.Ordinal))
                {
                    last[one] = (await db.Database.SqlQueryRaw<int>(Count, one, count).ToListAsync(transaction))[0];
                    foreach (var number in Enumerable.Range(last[one] - count + 1, count))
                    {
                        outbox.Add(new Told(one, number));
                    }
                }

                await db.WriteAsync(transaction);
            },
            cancellationToken);
        return TypedResults.Ok(last);
    }
}
