using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Identity;
using SystemDesign.Platform.Design;
using SystemDesign.Platform.Modules;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Designs;

/// <summary>Holds what each design says in words against what the code has.</summary>
public sealed partial class DesignTests(App app) : IClassFixture<App>
{
    [Theory, EachCase]
    [Trait("Notes", "B2-1")]
    public async Task Has_the_nine_steps_of_the_notes_and_each_says_something(string module)
    {
        using var client = app.Anonymous();
        using var design = JsonDocument.Parse(await client.GetStringAsync($"/api/designs/{module}"));

        var steps = design.RootElement.GetProperty("steps").EnumerateObject().Select(step => step.Value).ToList();

        Assert.Equal(Enumerable.Range(1, 9), steps.Select(step => step.GetProperty("step").GetInt32()));
        Assert.Empty(BlanksIn(design.RootElement, "$"));
    }

    [Theory, EachCase]
    [Trait("Notes", "B2-28")]
    public void Answers_the_questions_to_the_interviewer(string module)
    {
        var answers = InterviewAnswer.Of(DesignOf(module).Interview);

        Assert.Equal(4, answers.Count);
        Assert.All(answers, answer => Assert.True(answer.Question.EndsWith('?') && answer.Answer.EndsWith('.')));
    }

    [Theory, EachCase]
    public void Names_every_item_that_the_notes_have_on_the_case_and_no_other(string module)
    {
        var design = DesignOf(module);

        Assert.Equal(NotesIds.Of(module), design.Notes.Select(item => item.Id));
        Assert.All(design.Notes, item => Assert.True((item.MetBy ?? item.NotBuiltYet) is not null, $"{item.Id} is neither met nor missing"));
        string[] referred =
        [
            .. design.FunctionalRequirements.Select(requirement => requirement.Id),
            .. design.Numbers.Select(number => number.Id),
            .. design.EdgeCases.Select(edge => edge.Id),
        ];
        Assert.Empty(referred.Except(NotesIds.Of(module)));
    }

    [Theory, EachCase]
    [Trait("Notes", "B2-2")]
    public void Chooses_between_consistency_and_availability_for_every_command_and_query(string module) => Assert.Equal(
        RequestsOf(module).Select(request => request.Name).Order(StringComparer.Ordinal),
        DesignOf(module).Consistency.Select(choice => choice.Operation).Order(StringComparer.Ordinal));

    [Theory, EachCase]
    [Trait("Notes", "B2-3")]
    public void Computes_its_numbers_up_to_the_limits_of_their_inputs(string module)
    {
        var numbers = DesignOf(module).Numbers;

        Assert.Equal(numbers.Count, numbers.Select(number => number.Name).Distinct().Count());
        foreach (var number in numbers)
        {
            Assert.All(number.Inputs, input => Assert.InRange(input.Default, input.Minimum, input.Maximum));
            foreach (var given in Corners(number.Inputs))
            {
                var figures = number.Compute(new(number.Inputs, given));
                Assert.NotEmpty(figures);
                Assert.Equal(figures.Count, figures.Select(figure => figure.Name).Distinct().Count());
            }
        }
    }

    [Theory, EachCase]
    [Trait("Notes", "B2-4")]
    public void Says_what_every_value_of_every_request_takes(string module)
    {
        var values =
            from request in RequestsOf(module)
            from property in request.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            select $"{request.Name}.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}";

        Assert.Equal(
            values.Order(StringComparer.Ordinal),
            DesignOf(module).InputValues.Select(value => $"{value.Operation}.{value.Name}").Order(StringComparer.Ordinal));
    }

    [Theory, EachCase]
    [Trait("Notes", "B2-5")]
    [Trait("Notes", "B2-8")]
    public void Names_a_test_that_there_is_for_every_edge_case_and_every_measure(string module)
    {
        var tests =
            from type in typeof(DesignTests).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.GetCustomAttributes<FactAttribute>().Any()
            select $"{type.Name}.{method.Name}";

        var design = DesignOf(module);

        Assert.Empty(design.EdgeCases.Select(edge => edge.Test).Concat(design.Security.Select(measure => measure.Test)).Except(tests));
    }

    [Theory, EachCase]
    [Trait("Notes", "B2-6")]
    public void Draws_every_box_once_and_no_arrow_from_or_to_nowhere(string module)
    {
        var drawing = DesignOf(module).Drawing;
        var boxes = drawing.Boxes.Select(box => box.Id).ToList();

        Assert.Equal(boxes.Distinct(), boxes);
        Assert.Equal(boxes.Order(StringComparer.Ordinal), drawing.Arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().Order(StringComparer.Ordinal));
        Assert.All(drawing.Arrows, arrow => Assert.True(arrow.Spans.Count > 0, $"{arrow.From} -> {arrow.To} has no proof"));
        Assert.Empty(new DrawingCheck(drawing, []).Ambiguous);
    }

    /// <summary>What documents leave out, such as a page and its files, is no part of the API; that each asks for a token, or is opened on purpose, another test holds.</summary>
    [Theory, EachCase]
    [Trait("Notes", "B2-7")]
    public async Task Has_exactly_the_endpoints_that_the_module_has_and_says_who_may_use_them(string module)
    {
        var mapped =
            from route in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where route.Metadata.GetMetadata<IEndpointGroupNameMetadata>()?.EndpointGroupName == module
            where route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true }
            from method in route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
            select $"{method} {route.RoutePattern.RawText} for {AccessOf(route)}";

        var designed = DesignOf(module).Endpoints;

        Assert.Equal(
            mapped.Order(StringComparer.Ordinal),
            designed.Select(endpoint => $"{endpoint.Method} {endpoint.Path} for {endpoint.Access}").Order(StringComparer.Ordinal));
        Assert.Empty(designed.Select(endpoint => endpoint.Operation).Except(RequestsOf(module).Select(request => request.Name)));

        using var client = app.Anonymous();
        using var openApi = JsonDocument.Parse(await client.GetStringAsync($"/swagger/{module}/swagger.json"));
        var documented =
            from path in openApi.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select $"{operation.Name.ToUpperInvariant()} {path.Name}";
        Assert.Equal(
            documented.Order(StringComparer.Ordinal),
            designed.Select(endpoint => $"{endpoint.Method} {WithoutConstraints(endpoint.Path)}").Order(StringComparer.Ordinal));
    }

    /// <summary>Documents say what a parameter must be in its schema, and not in the path.</summary>
    private static string WithoutConstraints(string path) => Constraint().Replace(path, "}");

    [GeneratedRegex(":[^}]+}")]
    private static partial Regex Constraint();

    /// <summary>An optional member is null and not empty; only beginnings are none in most boxes.</summary>
    private static IEnumerable<string> BlanksIn(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.String when string.IsNullOrWhiteSpace(element.GetString()) => [path],
        JsonValueKind.Array when element.GetArrayLength() == 0 && !path.EndsWith(".begins", StringComparison.Ordinal) => [path],
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => BlanksIn(item, $"{path}[{index}]")),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => BlanksIn(member.Value, $"{path}.{member.Name}")),
        _ => [],
    };

    private static Access AccessOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAllowAnonymous>() is not null || route.Metadata.GetMetadata<IAuthorizeData>() is null ? Access.Anyone
        : route.Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements).OfType<RolesAuthorizationRequirement>()
            .Any(requirement => requirement.AllowedRoles.Contains(Roles.Operator)) ? Access.Operator
        : Access.SignedIn;

    /// <summary>The defaults, and every combination of the inputs' least and greatest.</summary>
    private static IEnumerable<Dictionary<string, decimal>> Corners(IReadOnlyList<NumberInput> inputs) =>
        from corner in Enumerable.Range(-1, (1 << inputs.Count) + 1)
        select corner < 0
            ? []
            : inputs.Select((input, index) => (input.Name, Value: (corner >> index & 1) == 0 ? input.Minimum : input.Maximum))
                .ToDictionary(given => given.Name, given => given.Value);

    private IEnumerable<Type> RequestsOf(string module) =>
        ModuleOf(module).GetType().Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBaseRequest)));

    private CaseDesign DesignOf(string module) => ModuleOf(module).Design!;

    private IModule ModuleOf(string module) =>
        app.Services.GetRequiredService<IReadOnlyList<IModule>>().Single(candidate => candidate.Name == module);
}
