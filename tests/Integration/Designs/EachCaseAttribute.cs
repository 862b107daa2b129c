using System.Reflection;
using Xunit.Sdk;

namespace SystemDesign.Tests.Integration.Designs;

/// <summary>Runs a theory for each case that has a walk; a test of its own requires one of each design.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachCaseAttribute : DataAttribute
{
    public static IReadOnlyList<ICaseWalk> Walks { get; } =
    [
        .. from type in typeof(ICaseWalk).Assembly.GetTypes()
           where type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICaseWalk))
           select (ICaseWalk)Activator.CreateInstance(type)!,
    ];

    public static ICaseWalk WalkOf(string module) => Walks.Single(walk => walk.Module == module);

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Walks.Select(walk => new object[] { walk.Module });
}
