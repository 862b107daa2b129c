using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Domain.Tiers;

/// <summary>What nobody reads, the longest unread first (DB-8).</summary>
/// <param name="Tier">Of which tier; nothing: hot, where the next are that will be put away.</param>
/// <param name="Page">Which part of the list.</param>
internal sealed record ListUnused(string? Tier, PageRequest Page) : IQuery<Page<UnusedObject>>
{
    private static readonly Dictionary<string, MediaTier> Tiers = new(StringComparer.Ordinal)
    {
        ["hot"] = MediaTier.Hot,
        ["leaving"] = MediaTier.Leaving,
        ["freezing"] = MediaTier.Freezing,
        ["cold"] = MediaTier.Cold,
        ["thawing"] = MediaTier.Thawing,
    };

    private static MediaTier? TierOf(string name) => Tiers.TryGetValue(name, out var tier) ? tier : null;

    internal sealed class Validator : AbstractValidator<ListUnused>
    {
        public Validator()
        {
            RuleFor(request => request.Tier).Must(tier => tier is null || TierOf(tier) is not null)
                .WithMessage($"A tier is one of {string.Join(", ", Tiers.Keys)}.");
            RuleFor(request => request.Page).NotNull();
        }
    }

    internal sealed class Handler(ILedger ledger) : IRequestHandler<ListUnused, Page<UnusedObject>>
    {
        public Task<Page<UnusedObject>> Handle(ListUnused request, CancellationToken cancellationToken) =>
            ledger.ListUnusedAsync(request.Tier is null ? MediaTier.Hot : Tiers[request.Tier], request.Page, cancellationToken);
    }
}
