using System.Reflection;
using MediatR;
using SystemDesign.Platform.Messages;
using SystemDesign.Tests.Architecture.Probes.Requests.Domain;
using SystemDesign.Tests.Architecture.Rules;
using SystemDesign.Tests.Architecture.Rules.UseCases;

namespace SystemDesign.Tests.Architecture;

public sealed class RequestTests
{
    [Theory, EachModule]
    public void A_use_case_is_one_file(string module) => Verdict.Holds(new AUseCaseIsOneFile(), module);

    [Fact]
    public void A_use_case_in_pieces_is_reported() => Verdict.Reports(
        new AUseCaseIsOneFile(),
        "Requests",
        "Domain.HandledElsewhere holds no Handler of its own",
        "Domain.HandlesAnother holds no Handler of its own",
        "Domain.NoRecord is no record",
        "Domain.Split is spread over several files",
        "Domain.Unvalidated holds no Validator of its own",
        "Presentation.NotInTheDomain is not in the domain");

    [Theory, EachModule]
    public void Every_request_with_values_has_a_validator(string module)
    {
        var types = Assembly.Load(module).GetTypes();

        Assert.NotEmpty(RequestTypes.Implementing(types, typeof(IRequest<>)));
        RequestTypes.RequireValidators(types);
    }

    [Fact]
    public void A_request_without_a_validator_stops_the_start_and_is_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => RequestTypes.RequireValidators([typeof(Unvalidated)]));

        Assert.Contains(typeof(Unvalidated).FullName!, exception.Message, StringComparison.Ordinal);
    }
}
