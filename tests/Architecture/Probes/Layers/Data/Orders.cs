using Microsoft.EntityFrameworkCore;
using SystemDesign.Tests.Architecture.Probes.Layers.Domain;
using SystemDesign.Tests.Architecture.Probes.Layers.Presentation;

namespace SystemDesign.Tests.Architecture.Probes.Layers.Data;

internal sealed class Orders
{
    public static Type Database() => typeof(DbContext);

    public static Type Inward() => typeof(Order);

    public static Type Routes() => typeof(OrderEndpoints);
}
