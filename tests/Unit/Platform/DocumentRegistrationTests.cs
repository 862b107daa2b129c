using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Documents;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class DocumentRegistrationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Links")]
    [InlineData("url-shortener")]
    [InlineData("1st")]
    [InlineData("links; DROP TABLE links")]
    [InlineData("links\n")]
    [InlineData("a_name_that_is_so_long_that_postgresql_would_cut_off_its_number")]
    public void A_name_that_cannot_be_a_schemas_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddDocumentStore<Cart>(name));

    [Fact]
    public void A_name_and_a_type_have_one_store()
    {
        var services = new ServiceCollection().AddDocumentStore<Cart>("carts");

        Assert.Throws<ArgumentException>(() => services.AddDocumentStore<Order>("carts"));
        Assert.Throws<ArgumentException>(() => services.AddDocumentStore<Cart>("other_carts"));
        services.AddDocumentStore<Order>("orders");
    }

    private sealed record Cart;

    private sealed record Order;
}
