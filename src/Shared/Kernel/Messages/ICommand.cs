using MediatR;

namespace SystemDesign.Kernel.Messages;

/// <summary>
/// A request that changes something. When its handler returns, everything it changed is saved at once;
/// when its handler throws, nothing is. A handler may run again, on a clean context, when it lost a race.
/// </summary>
/// <typeparam name="TResponse">What goes on the wire.</typeparam>
public interface ICommand<out TResponse> : IRequest<TResponse>;
