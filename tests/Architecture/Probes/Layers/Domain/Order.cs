using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Identity;
using SystemDesign.Platform.Modules;
using SystemDesign.Tests.Architecture.Probes.Layers.Data;
using SystemDesign.Tests.Architecture.Probes.Layers.Presentation;

namespace SystemDesign.Tests.Architecture.Probes.Layers.Domain;

internal sealed class Order
{
    public static object Own(OrderId id) => new { id, Lines = new[] { id } };

    public static Type Database() => typeof(DbContext);

    public static Type Graph() => typeof(GraphQLSchema);

    public static Type Logger() => typeof(ILogger);

    public static Type Origin() => typeof(HttpContext);

    public static Type Orders() => typeof(Orders);

    public static Type Platform() => typeof(IModule);

    public static Type Root() => typeof(LayersOptions);

    public static Type Routes() => typeof(OrderEndpoints);

    public static Type[] Libraries() => [typeof(IMediator), typeof(IValidator), typeof(ICurrentUser), typeof(TimeProvider)];
}
