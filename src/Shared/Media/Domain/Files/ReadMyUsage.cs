using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Media.Domain.Uploads;

namespace SystemDesign.Media.Domain.Files;

/// <summary>How much room I have, and have taken.</summary>
internal sealed record ReadMyUsage : IQuery<ShownUsage>
{
    internal sealed class Handler(IFiles files, MediaOptions options, ICurrentUser currentUser) : IRequestHandler<ReadMyUsage, ShownUsage>
    {
        public async Task<ShownUsage> Handle(ReadMyUsage request, CancellationToken cancellationToken)
        {
            var usage = await files.UsageAsync(currentUser.Id, cancellationToken);
            return new(options.QuotaBytes, usage.UsedBytes, usage.ReservedBytes, usage.Uploads);
        }
    }
}
