using MediatR;

namespace SystemDesign.Kernel.Messages;

/// <summary>A request that changes nothing.</summary>
/// <typeparam name="TResponse">What goes on the wire.</typeparam>
public interface IQuery<out TResponse> : IRequest<TResponse>;
