using SystemDesign.Tests.Architecture.Rules;
using SystemDesign.Tests.Architecture.Rules.Layers;

namespace SystemDesign.Tests.Architecture;

public sealed class LayerTests
{
    [Theory, EachModule]
    public void Every_type_has_a_layer(string module) => Verdict.Holds(new EveryTypeHasALayer(), module);

    [Fact]
    public void A_type_without_a_layer_is_reported() =>
        Verdict.Reports(new EveryTypeHasALayer(), "Layers", "Elsewhere.Stray is in no layer");

    [Theory, EachModule]
    public void Domain_sees_nothing_but_the_kernel(string module) => Verdict.Holds(new DomainSeesOnlyTheKernel(), module);

    [Fact]
    public void A_domain_that_sees_more_is_reported() => Verdict.Reports(
        new DomainSeesOnlyTheKernel(),
        "Layers",
        "Domain.Order.Database uses Microsoft.EntityFrameworkCore.DbContext",
        "Domain.Order.Graph uses SystemDesign.GraphQL.Schema.GraphQLSchema",
        "Domain.Order.Logger uses Microsoft.Extensions.Logging.ILogger",
        "Domain.Order.Origin uses Microsoft.AspNetCore.Http.HttpContext",
        "Domain.Order.Orders uses Data.Orders",
        "Domain.Order.Platform uses SystemDesign.Platform.Modules.IModule",
        "Domain.Order.Root uses LayersOptions",
        "Domain.Order.Routes uses Presentation.OrderEndpoints");

    [Theory, EachModule]
    public void Presentation_sees_neither_its_data_nor_a_database(string module) => Verdict.Holds(new PresentationSeesNoData(), module);

    [Fact]
    public void A_presentation_that_sees_data_is_reported() => Verdict.Reports(
        new PresentationSeesNoData(),
        "Layers",
        "Presentation.OrderEndpoints.Count uses Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions",
        "Presentation.OrderEndpoints.List uses Data.Orders",
        "Presentation.OrderEndpoints.Store uses Microsoft.AspNetCore.Identity.EntityFrameworkCore.IdentityDbContext");

    [Theory, EachModule]
    public void Data_sees_no_presentation(string module) => Verdict.Holds(new DataSeesNoPresentation(), module);

    [Fact]
    public void A_data_layer_that_sees_presentation_is_reported() =>
        Verdict.Reports(new DataSeesNoPresentation(), "Layers", "Data.Orders.Routes uses Presentation.OrderEndpoints");

    [Fact]
    public void The_kernel_sees_no_framework() => Verdict.Holds(new KernelSeesNoFramework(), "SystemDesign.Kernel");

    [Fact]
    public void A_kernel_that_sees_a_framework_is_reported() => Verdict.Reports(
        new KernelSeesNoFramework(),
        "Frameworks",
        "Request.Context uses Microsoft.AspNetCore.Http.HttpContext",
        "Request.Database uses Microsoft.EntityFrameworkCore.DbContext");
}
