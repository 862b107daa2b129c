using System.Reflection;
using SystemDesign.Tests.Integration.Support;
using Xunit.Sdk;

namespace SystemDesign.Tests.Integration.Storage.Stores;

/// <summary>Every store that is there: files always, S3 where there is a server for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StoresDataAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Profile.S3 is null && !Profile.RequireServers ? [[StoreKind.Files]] : [[StoreKind.Files], [StoreKind.S3]];
}
