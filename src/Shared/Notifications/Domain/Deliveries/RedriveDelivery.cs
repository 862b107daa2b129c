using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>A delivery that failed is to be tried again, as if it were new.</summary>
internal sealed record RedriveDelivery(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<RedriveDelivery>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IDeliveries deliveries, TimeProvider clock) : IRequestHandler<RedriveDelivery, Unit>
    {
        public async Task<Unit> Handle(RedriveDelivery request, CancellationToken cancellationToken)
        {
            if (await deliveries.FindForChangeAsync(request.Id, cancellationToken) is not { State: DeliveryState.Failed } failed)
            {
                throw new NotFoundException("notifications.delivery-not-found", "There is no failed delivery of this id; somebody may have redriven it.");
            }

            (failed.State, failed.Attempts, failed.NotBefore, failed.SettledAt) = (DeliveryState.Waiting, 0, clock.Now(), null);
            return Unit.Value;
        }
    }
}
