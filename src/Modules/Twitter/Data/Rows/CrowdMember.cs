using SystemDesign.Twitter.Domain.Notices;

namespace SystemDesign.Twitter.Data.Rows;

/// <summary>Somebody of a crowd, once, so that who comes and goes is one and not many.</summary>
internal sealed class CrowdMember
{
    public required CrowdKind Kind { get; init; }

    public required Guid Subject { get; init; }

    public required int Actor { get; init; }

    /// <summary>Whether they were told one by one.</summary>
    public required bool IsTold { get; init; }
}
