using System.Text.Json;

namespace SystemDesign.GraphQL.Execution;

/// <summary>Writes a response as JSON (section 7.2): errors first, so that nobody overlooks them.</summary>
internal static class ResultWriter
{
    public static void Write(Utf8JsonWriter writer, GraphQLResult result, object? data)
    {
        writer.WriteStartObject();
        if (result.Errors.Count > 0)
        {
            writer.WriteStartArray("errors"u8);
            foreach (var error in result.Errors)
            {
                Write(writer, error);
            }

            writer.WriteEndArray();
        }

        if (result.Outcome == GraphQLOutcome.Executed)
        {
            writer.WritePropertyName("data"u8);
            Write(writer, data);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (error.Locations.Count > 0)
        {
            writer.WriteStartArray("locations"u8);
            foreach (var location in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line"u8, location.Line);
                writer.WriteNumber("column"u8, location.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (error.Path is { } path)
        {
            writer.WritePropertyName("path"u8);
            Write(writer, path);
        }

        if (error.Extensions is { } extensions)
        {
            writer.WritePropertyName("extensions"u8);
            JsonSerializer.Serialize(writer, extensions);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case CompletedObject completed:
                Write(writer, completed);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool isTrue:
                writer.WriteBooleanValue(isTrue);
                break;
            case IEnumerable<object?> items:
                Write(writer, items);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType()} is nothing that a field completes to.");
        }
    }

    private static void Write(Utf8JsonWriter writer, CompletedObject completed)
    {
        writer.WriteStartObject();
        foreach (var (index, field) in completed.Fields.Index())
        {
            writer.WritePropertyName(field.Key);
            Write(writer, completed.Values[index]);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<object?> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
