using System.Diagnostics;

namespace SystemDesign.GraphQL.Execution;

/// <summary>
/// The field errors of one operation (section 6.4.4). What the design foresees is told as it is; of anything else the client learns where
/// it happened and under which trace it is found.
/// </summary>
internal sealed class FieldErrors(GraphQLOptions options)
{
    private readonly Lock gate = new();
    private readonly List<GraphQLError> errors = [];
    private readonly HashSet<ResponsePath> nulled = [];
    private bool allIsNull;

    public IReadOnlyList<GraphQLError> All => errors;

    /// <returns>The null that takes the field's place.</returns>
    public object? Add(Exception exception, SelectedField field, ResponsePath path)
    {
        var locations = field.Nodes.Select(node => node.Location);
        var error = exception switch
        {
            GraphQLErrorException { Error: var known } => known,
            FormatException => GraphQLError.At(exception.Message, locations),
            _ when options.Describe(exception) is { } failure => GraphQLError.At(failure.Message, locations) with { Extensions = failure.Extensions },
            _ => Unexpected(exception, path) with { Locations = [.. locations] },
        };
        return Add(error with { Path = path.ToList() }, path.Nulled);
    }

    public object? AddNull(SelectedField field, ResponsePath path)
    {
        var message = $"Cannot return null for non-nullable field {field.Parent.Name}.{field.Definition.Name}.";
        return Add(GraphQLError.At(message, field.Nodes.Select(node => node.Location)) with { Path = path.ToList() }, path.Nulled);
    }

    /// <summary>Of what becomes null, the first reason is told: the others lie in what the client does not see.</summary>
    private object? Add(GraphQLError error, ResponsePath? position)
    {
        lock (gate)
        {
            if (IsNull(position))
            {
                return null;
            }

            errors.Add(error);
            if (position is null)
            {
                allIsNull = true;
            }
            else
            {
                nulled.Add(position);
            }
        }

        return null;
    }

    private bool IsNull(ResponsePath? position)
    {
        for (; position is not null; position = position.Parent)
        {
            if (nulled.Contains(position))
            {
                return true;
            }
        }

        return allIsNull;
    }

    private GraphQLError Unexpected(Exception exception, ResponsePath path)
    {
        options.Report(exception, path.ToString());
        return new("Internal error.")
        {
            Extensions = new Dictionary<string, object?> { ["code"] = "internal-error", ["traceId"] = Activity.Current?.Id },
        };
    }
}
