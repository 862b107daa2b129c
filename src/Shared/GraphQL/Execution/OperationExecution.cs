using SystemDesign.GraphQL.Introspection;
using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Loading;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Execution;

/// <summary>
/// Executes one operation (sections 6.2 to 6.4). Where a type is non-null, a null that comes back means that what went wrong below was
/// reported, and that the next one up is null too; nothing is thrown for it.
/// </summary>
internal sealed class OperationExecution(
    GraphQLSchema schema, FieldCollection fields, FieldErrors errors, IServiceProvider services, CancellationToken cancellationToken)
{
    public GraphQLSchema Schema => schema;

    public IServiceProvider Services => services;

    public CancellationToken CancellationToken => cancellationToken;

    public LoadRounds Loads { get; } = new(services, cancellationToken);

    /// <summary>The value of <c>data</c>.</summary>
    /// <exception cref="GraphQLErrorException">The fields to execute cannot be told.</exception>
    public async Task<object?> RunAsync(Operation operation, ObjectDefinition root)
    {
        var selected = fields.Of(root, operation.Selections);
        var values = new object?[selected.Count];
        if (operation.Kind != OperationKind.Mutation)
        {
            await Loads.RunAsync(() => ExecuteAsync(selected, Root.Value, path: null, values));
            return Completed(selected, values);
        }

        // Section 6.2.2: one after the other, and what the first has changed is not hidden from the second.
        for (var index = 0; index < selected.Count; index++)
        {
            var next = index;
            await Loads.RunAsync(() => FillAsync(values, next, selected[next], Root.Value, parent: null));
            Loads.Forget();
        }

        return Completed(selected, values);
    }

    private static CompletedObject? Completed(IReadOnlyList<SelectedField> selected, object?[] values) =>
        selected.Index().Any(field => values[field.Index] is null && field.Item.Definition.Type is NonNull) ? null : new(selected, values);

    private Task ExecuteAsync(IReadOnlyList<SelectedField> selected, object source, ResponsePath? path, object?[] values)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.WhenAll(selected.Select((field, index) => FillAsync(values, index, field, source, path)));
    }

    private async Task FillAsync(object?[] values, int index, SelectedField field, object source, ResponsePath? parent)
    {
        var path = new ResponsePath(parent, field.Key, field.Definition.Type is not NonNull);
        values[index] = field.Definition switch
        {
            var definition when definition == MetaFields.TypeName => field.Parent.Name,
            { Read: { } read } => await ReadAsync(field, read, source, path),
            _ => await ResolveAsync(field, source, path),
        };
    }

    private async ValueTask<object?> ReadAsync(SelectedField field, Func<object, object?> read, object source, ResponsePath path)
    {
        object? value;
        try
        {
            value = read(source);
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            return errors.Add(exception, field, path);
        }

        return await CompleteAsync(field, field.Definition.Type, value, path);
    }

    private async ValueTask<object?> ResolveAsync(SelectedField field, object source, ResponsePath path)
    {
        ValueTask<object?> completion;
        FieldContext? context = null;
        Loads.Enter();
        try
        {
            context = new(this, field.Arguments);
            var value = await field.Definition.Resolve!(source, context);
            completion = CompleteAsync(field, field.Definition.Type, value, path);
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            return errors.Add(exception, field, path);
        }
        finally
        {
            Loads.Leave(context);
            await (context?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        return await completion;
    }

    private bool IsCancellation(Exception exception) => exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    /// <summary>CompleteValue() of section 6.4.3. Starts all that is below before it returns for the first time.</summary>
    private async ValueTask<object?> CompleteAsync(SelectedField field, SchemaType type, object? value, ResponsePath path)
    {
        try
        {
            return (value, type) switch
            {
                (null, NonNull) => errors.AddNull(field, path),
                (null, _) => null,
                (_, NonNull { Of: var of }) => await CompleteAsync(field, of, value, path),
                (IEnumerable<object?> items, ListOf { Of: var of }) => await CompleteItemsAsync(field, of, items, path),
                (_, ScalarDefinition scalar) => scalar.Write(value),
                (_, EnumDefinition definition) => definition.Of(value)?.Name
                    ?? throw new InvalidOperationException($"{value} is no value of {definition.Name}."),
                (_, ObjectDefinition definition) => await CompleteObjectAsync(field, definition, value, path),
                (_, InterfaceDefinition definition) => await CompleteObjectAsync(
                    field,
                    schema.ObjectOf(definition, value) ?? throw new InvalidOperationException($"A {value.GetType()} is no {definition.Name} that the schema knows."),
                    value,
                    path),
                _ => throw new InvalidOperationException($"A {value.GetType()} is no {type}."),
            };
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            return errors.Add(exception, field, path);
        }
    }

    private async ValueTask<object?> CompleteItemsAsync(SelectedField field, SchemaType of, IEnumerable<object?> items, ResponsePath path)
    {
        var completed = await Task.WhenAll(items.Select((item, index) => CompleteAsync(field, of, item, new(path, index, of is not NonNull)).AsTask()));
        return of is NonNull && completed.Contains(null) ? null : completed;
    }

    private async ValueTask<object?> CompleteObjectAsync(SelectedField field, ObjectDefinition type, object value, ResponsePath path)
    {
        var selected = fields.Below(field, type);
        var values = new object?[selected.Count];
        await ExecuteAsync(selected, value, path, values);
        return Completed(selected, values);
    }
}
