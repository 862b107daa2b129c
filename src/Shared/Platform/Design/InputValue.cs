namespace SystemDesign.Platform.Design;

/// <summary>Step 4: what kind of value an input takes. The limits are the domain's constants, written into words (B2-4).</summary>
/// <param name="Operation" example="ShortenLink">The request record's name.</param>
/// <param name="Name" example="alias">In the client's spelling.</param>
/// <param name="Takes">Kind, limits, and what is made of it.</param>
/// <param name="Otherwise">What the client is answered.</param>
public sealed record InputValue(string Operation, string Name, string Takes, string Otherwise);
