using SystemDesign.Kernel.Errors;

namespace SystemDesign.GraphQL;

/// <summary>What a client is told of an exception that is no accident. The extensions are for programs, and have a <c>code</c> at least.</summary>
public sealed record GraphQLFailure(string Message, IReadOnlyDictionary<string, object?> Extensions)
{
    /// <summary>Kernel's family of errors; nothing for any other exception.</summary>
    public static GraphQLFailure? Of(Exception exception) => exception is ExpectedException expected ? new(expected.Message, Said(expected)) : null;

    private static Dictionary<string, object?> Said(ExpectedException expected)
    {
        var said = new Dictionary<string, object?> { ["code"] = expected.Code };
        if (expected.Field is { } field)
        {
            said["field"] = field;
        }

        if (expected is TooManyException { RetryAfter: var wait })
        {
            said["retryAfter"] = (int)Math.Ceiling(wait.TotalSeconds);
        }

        return said;
    }
}
