namespace SystemDesign.Kernel.Requests;

/// <summary>Where the client reached us: scheme, host and port of the request.</summary>
public interface IRequestOrigin
{
    /// <summary>Without a path and without a trailing slash, such as <c>https://example.org:8443</c>.</summary>
    string Value { get; }
}
