using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Tests.Architecture.Probes.Layers.Data;
using SystemDesign.Tests.Architecture.Probes.Layers.Domain;

namespace SystemDesign.Tests.Architecture.Probes.Layers.Presentation;

internal sealed class OrderEndpoints
{
    public static Type Inward() => typeof(Order);

    public static Type Request() => typeof(HttpContext);

    public static Type List() => typeof(Orders);

    public static Type Store() => typeof(IdentityDbContext);

    public static Task<int> Count(IQueryable<Order> orders) => orders.CountAsync();
}
