using System.Reflection;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>An application that nobody ends runs on beside all other tests, and leaves its data behind.</summary>
public sealed class FixtureTests
{
    private static readonly IReadOnlyList<Type> Types = Assembly.GetExecutingAssembly().GetTypes();

    [Fact]
    public void Whatever_the_runner_makes_it_ends()
    {
        var made = Types.Where(type => type.GetMethods().Any(method => method.GetCustomAttribute<FactAttribute>() is not null))
            .Concat(Types.SelectMany(type => type.GetInterfaces()).Where(IsFixture).Select(type => type.GetGenericArguments()[0]))
            .ToHashSet();

        Assert.Contains(typeof(App), made);
        Assert.DoesNotContain(made, type => type.IsAssignableTo(typeof(IAsyncDisposable)) && !type.IsAssignableTo(typeof(IAsyncLifetime)) && !type.IsAssignableTo(typeof(IDisposable)));
    }

    private static bool IsFixture(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IClassFixture<>) || type.GetGenericTypeDefinition() == typeof(ICollectionFixture<>));
}
