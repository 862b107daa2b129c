using SystemDesign.GraphQL.Introspection;
using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>Walks over an operation or a fragment, and notes what is there.</summary>
internal sealed class PartWalk
{
    private readonly GraphQLSchema schema;
    private readonly Part part;
    private int level;

    private PartWalk(GraphQLSchema schema, Part part) => (this.schema, this.part) = (schema, part);

    public static Part Over(Definition definition, GraphQLSchema schema)
    {
        var part = new Part(definition);
        new PartWalk(schema, part).Walk(definition);
        return part;
    }

    private void Walk(Definition definition)
    {
        switch (definition)
        {
            case Operation operation:
                foreach (var variable in operation.Variables)
                {
                    Walk(variable);
                }

                Walk(operation.Directives, Enum.Parse<DirectiveLocation>(operation.Kind.ToString()));
                Walk(operation.Selections, schema.RootOf(operation.Kind));
                break;
            case Fragment fragment:
                part.Types.Add(fragment.On);
                Walk(fragment.Directives, DirectiveLocation.FragmentDefinition);
                Walk(fragment.Selections, schema.FindComposite(fragment.On.Name));
                break;
        }
    }

    private void Walk(VariableDefinition variable)
    {
        part.Types.Add(variable.Type.Named);
        Walk(variable.Directives, DirectiveLocation.VariableDefinition);
        if (variable.Default is { } value)
        {
            part.Values.Add(new(value, schema.Find(variable.Type) is { IsInput: true } type ? type : null));
        }
    }

    private void Walk(SelectionSet selections, CompositeDefinition? parent, bool isInline = false)
    {
        part.Selections.Add(new(selections, parent, isInline));
        part.Depth = Math.Max(part.Depth, ++level);
        foreach (var selection in selections.Items)
        {
            switch (selection)
            {
                case Field field:
                    Walk(field, parent);
                    break;
                case FragmentSpread spread:
                    part.Spreads.Add(new(spread, parent, level));
                    Walk(spread.Directives, DirectiveLocation.FragmentSpread);
                    break;
                case InlineFragment inline:
                    Walk(inline, parent);
                    break;
            }
        }

        level--;
    }

    private void Walk(InlineFragment inline, CompositeDefinition? parent)
    {
        part.Inlines.Add(new(inline, parent));
        if (inline.On is { } condition)
        {
            part.Types.Add(condition);
        }

        Walk(inline.Directives, DirectiveLocation.InlineFragment);
        Walk(inline.Selections, inline.On is { Name: var name } ? schema.FindComposite(name) : parent, isInline: true);
    }

    private void Walk(Field field, CompositeDefinition? parent)
    {
        var definition = parent is null ? null : schema.FieldOf(parent, field.Name.Text);
        part.Fields.Add(new(field, parent, definition));
        Walk(field.Arguments, definition?.Arguments);
        Walk(field.Directives, DirectiveLocation.Field);
        if (field.Selections is { } selections)
        {
            Walk(selections, definition?.Type.Named as CompositeDefinition);
        }
    }

    private void Walk(IReadOnlyList<Directive> directives, DirectiveLocation location)
    {
        foreach (var directive in directives)
        {
            var definition = DirectiveDefinition.All.FirstOrDefault(candidate => candidate.Name == directive.Name.Text);
            part.Directives.Add(new(directive, definition, location));
            Walk(directive.Arguments, definition?.Arguments);
        }
    }

    private void Walk(IReadOnlyList<Argument> arguments, IReadOnlyList<InputValueDefinition>? definitions)
    {
        foreach (var argument in arguments)
        {
            var definition = definitions?.FirstOrDefault(candidate => candidate.Name == argument.Name.Text);
            part.Values.Add(new(argument.Value, definition?.Type));
            WalkVariables(argument.Value, definition?.Type, definition?.HasDefault == true);
        }
    }

    private void WalkVariables(Value value, SchemaType? type, bool hasDefault)
    {
        switch (value)
        {
            case Variable variable:
                part.Variables.Add(new(variable, type, hasDefault));
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    WalkVariables(item, type?.Nullable is ListOf { Of: var of } ? of : type?.Nullable, hasDefault: false);
                }

                break;
            case ObjectValue { Fields: var fields }:
                foreach (var field in fields)
                {
                    var definition = (type?.Named as InputDefinition)?.Fields.GetValueOrDefault(field.Name.Text);
                    WalkVariables(field.Value, definition?.Type, definition?.HasDefault == true);
                }

                break;
        }
    }
}
