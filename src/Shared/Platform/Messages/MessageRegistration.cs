using System.Reflection;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Messages;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Messages;

/// <summary>
/// Puts MediatR and FluentValidation into the container. Both have a package for this that scans only public types
/// or is not published for these versions, so the scan is ours.
/// </summary>
internal static class MessageRegistration
{
    private static readonly Type[] HandlerContracts = [typeof(IRequestHandler<,>), typeof(IValidator<>)];

    /// <summary>The mediator, and what surrounds every request, outermost first.</summary>
    public static void AddMediator(this IServiceCollection services)
    {
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        ValidatorOptions.Global.LanguageManager.Enabled = false;
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);

        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddTransient<IMediator, Mediator>();
        services.AddSingleton<RequestMetrics>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(RequestTelemetry<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(RequestValidation<,>));
    }

    /// <summary>A module's events, handlers and validators, and a unit of work around each of its commands.</summary>
    public static void AddMessages(this IServiceCollection services, Assembly module)
    {
        var types = module.GetTypes();
        RequestTypes.RequireValidators(types);

        foreach (var (type, contract) in HandlerContracts.SelectMany(definition => RequestTypes.Implementing(types, definition)))
        {
            // A validator keeps compiled rules and no state, so one is enough; a handler lives as long as its ports.
            var lifetime = contract.GetGenericTypeDefinition() == typeof(IValidator<>) ? ServiceLifetime.Singleton : ServiceLifetime.Transient;
            services.Add(new ServiceDescriptor(contract, type, lifetime));
        }

        services.AddSingleton(EventTypes.In(module));
        foreach (var subscription in Subscriptions.In(types, handler => DatabaseOf(types, handler)))
        {
            services.AddSingleton(subscription);
            services.AddTransient(subscription.HandlerType);
        }

        foreach (var (command, response) in RequestTypes.Commands(types))
        {
            var unitOfWork = command.IsAssignableTo(typeof(IIdempotent)) ? typeof(IdempotentUnitOfWork<,,>) : typeof(UnitOfWork<,,>);
            services.AddTransient(
                typeof(IPipelineBehavior<,>).MakeGenericType(command, response),
                unitOfWork.MakeGenericType(command, response, DatabaseOf(types, command)));
        }
    }

    private static Type DatabaseOf(Type[] types, Type changing) =>
        types.SingleOrDefault(type => type.IsSubclassOf(typeof(ModuleDb)))
        ?? throw new InvalidOperationException($"{changing.FullName} makes changes, but its module has no {nameof(ModuleDb)} to save them to.");
}
