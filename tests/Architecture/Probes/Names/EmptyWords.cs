namespace SystemDesign.Tests.Architecture.Probes.Names;

internal interface IOrderService;

internal sealed class OrderManager;

internal static class OrderHelper;

internal abstract class OrderBase;

internal sealed class OrderImpl<T>;

internal sealed class ServiceArea;

internal sealed class Database;
