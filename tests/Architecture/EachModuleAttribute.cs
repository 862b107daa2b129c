using System.Reflection;
using SystemDesign.Tests.Architecture.Code;
using Xunit.Sdk;

namespace SystemDesign.Tests.Architecture;

/// <summary>Runs a theory for each module of the host's list. No module is a failure, as no data is to xunit.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachModuleAttribute : DataAttribute
{
    private static readonly string[] Shared = ["SystemDesign.Contracts", "SystemDesign.GraphQL", "SystemDesign.Kernel", "SystemDesign.Platform"];

    /// <summary>Whether the rule binds what the modules stand on as well.</summary>
    public bool AndShared { get; init; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        HostModules.Names.Concat(AndShared ? Shared : []).Select(name => new object[] { name });
}
