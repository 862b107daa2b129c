namespace SystemDesign.Platform.Design;

/// <summary>Step 7: a route of the case. What it takes and answers is in the module's Swagger document.</summary>
/// <param name="Method" example="GET">The HTTP method.</param>
/// <param name="Path" example="/s/{code}">The route's pattern.</param>
/// <param name="Access">Who may use it.</param>
/// <param name="Operation" example="FollowLink">The request record that it sends.</param>
/// <param name="Does">In a few words.</param>
public sealed record CaseEndpoint(string Method, string Path, Access Access, string Operation, string Does);
