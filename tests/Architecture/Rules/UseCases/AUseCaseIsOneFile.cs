using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;
using SystemDesign.Tests.Architecture.Rules.Layers;

namespace SystemDesign.Tests.Architecture.Rules.UseCases;

/// <summary>A request is a record in the domain that holds its own handler and, when it carries values, its own validator.</summary>
internal sealed class AUseCaseIsOneFile : IRule
{
    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types.Where(Requests.Is);

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit)
    {
        var name = Place.Of(subject);
        if (!Records.Is(subject))
        {
            yield return $"{name} is no record";
        }

        if (!unit.Has(subject, Layer.Domain))
        {
            yield return $"{name} is not in the domain";
        }

        if (!Requests.HasOwn(subject, "Handler", "MediatR.IRequestHandler`"))
        {
            yield return $"{name} holds no Handler of its own";
        }

        if (Requests.CarriesValues(subject) && !Requests.HasOwn(subject, "Validator", "FluentValidation.AbstractValidator`"))
        {
            yield return $"{name} holds no Validator of its own";
        }

        if (SourceFiles.Of(subject).Count > 1)
        {
            yield return $"{name} is spread over several files";
        }
    }
}
