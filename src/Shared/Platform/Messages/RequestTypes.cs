using System.Reflection;
using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Platform.Messages;

/// <summary>Finds a module's requests, handlers and validators, internal ones included.</summary>
internal static class RequestTypes
{
    /// <summary>Every concrete type with every closed <paramref name="definition"/> that it implements.</summary>
    public static IEnumerable<(Type Type, Type Contract)> Implementing(IEnumerable<Type> types, Type definition) =>
        from type in types
        where type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == definition
        select (type, contract);

    public static IEnumerable<(Type Command, Type Response)> Commands(IEnumerable<Type> types) =>
        Implementing(types, typeof(ICommand<>)).Select(found => (found.Type, found.Contract.GetGenericArguments()[0]));

    /// <summary>
    /// A client chose the values of a request, so each request that carries any has exactly one validator.
    /// </summary>
    /// <exception cref="InvalidOperationException">One is missing or there are two; the message names the request.</exception>
    public static void RequireValidators(IReadOnlyCollection<Type> types)
    {
        var validated = Implementing(types, typeof(IValidator<>)).ToLookup(found => found.Contract.GetGenericArguments()[0], found => found.Type);

        foreach (var (request, _) in Implementing(types, typeof(IRequest<>)).Where(found => CarriesValues(found.Type)))
        {
            var validators = validated[request].ToList();
            if (validators.Count != 1)
            {
                throw new InvalidOperationException(
                    $"The request {request.FullName} carries values that a client chose, so it needs exactly one validator; " +
                    $"found {(validators.Count == 0 ? "none" : string.Join(", ", validators.Select(type => type.Name)))}.");
            }
        }
    }

    private static bool CarriesValues(Type request) =>
        request.GetProperties(BindingFlags.Public | BindingFlags.Instance).Length > 0;
}
