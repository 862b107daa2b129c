using MediatR;

namespace SystemDesign.Tests.Architecture.Probes.Bans;

internal sealed class Publishes
{
    public static Task ByInterface(IMediator mediator, INotification notification) => mediator.Publish(notification);

    public static Task ByClass(Mediator mediator, INotification notification) => mediator.Publish(notification);

    public static Func<INotification, CancellationToken, Task> AsMethodGroup(IMediator mediator) => mediator.Publish;

    public static Func<T, Task> InAsyncLambda<T>(IMediator mediator)
        where T : INotification => async notification =>
        {
            await Task.Yield();
            await mediator.Publish(notification);
        };

    public static Task<Unit> OnlySends(IMediator mediator, IRequest request) => mediator.Send(request);
}
