using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Modules;
using SystemDesign.Users;

namespace SystemDesign.Tests.Architecture.Probes.Neighbours;

internal sealed class Curious
{
    public static Type[] Shared() => [typeof(Clock), typeof(GraphQLSchema), typeof(IModule)];

    public static Type Look() => typeof(UsersModule);
}
