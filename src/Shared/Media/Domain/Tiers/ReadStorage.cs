using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Domain.Tiers;

/// <summary>How much is kept hot and cold (DB-8), and how the edge is doing.</summary>
internal sealed record ReadStorage : IQuery<StorageLedger>
{
    internal sealed class Handler(ILedger ledger, IEdge edge, ColdOptions options) : IRequestHandler<ReadStorage, StorageLedger>
    {
        /// <summary>As storage is sold.</summary>
        private const long Terabyte = 1_000_000_000_000;

        private const string Currency = "USD";

        public async Task<StorageLedger> Handle(ReadStorage request, CancellationToken cancellationToken)
        {
            var sums = await ledger.SumAsync(cancellationToken);
            var cold = Sum(MediaTier.Cold) + Sum(MediaTier.Freezing);
            var saved = (Int128)cold.Bytes * (options.HotCentsPerTerabyte - options.ColdCentsPerTerabyte) / Terabyte;
            return new(Sum(MediaTier.Hot) + Sum(MediaTier.Leaving), cold, Sum(MediaTier.Thawing), new((long)saved, Currency), edge.Read());

            StoredSum Sum(MediaTier tier) => sums.GetValueOrDefault(tier, StoredSum.None);
        }
    }
}
