using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>The deliveries in a state, the newest first.</summary>
/// <param name="State">Its name; nothing: <c>failed</c>.</param>
/// <param name="Page">Which part.</param>
internal sealed record ListDeliveries(string? State, PageRequest Page) : IQuery<Page<DeliveryReport>>
{
    private static readonly IReadOnlyDictionary<string, DeliveryState> States = new Dictionary<string, DeliveryState>
    {
        ["waiting"] = DeliveryState.Waiting,
        ["sent"] = DeliveryState.Sent,
        ["dropped"] = DeliveryState.Dropped,
        ["failed"] = DeliveryState.Failed,
    };

    internal sealed class Validator : AbstractValidator<ListDeliveries>
    {
        public Validator()
        {
            RuleFor(request => request.State)
                .Must(state => string.IsNullOrEmpty(state) || States.ContainsKey(state)).WithMessage($"A state is one of {string.Join(", ", States.Keys)}.");
            RuleFor(request => request.Page).NotNull();
        }
    }

    internal sealed class Handler(IDeliveries deliveries) : IRequestHandler<ListDeliveries, Page<DeliveryReport>>
    {
        public Task<Page<DeliveryReport>> Handle(ListDeliveries request, CancellationToken cancellationToken) => deliveries.ListAsync(
            string.IsNullOrEmpty(request.State) ? DeliveryState.Failed : States[request.State], request.Page, cancellationToken);
    }
}
