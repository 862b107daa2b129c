namespace SystemDesign.UrlShortener.Data;

/// <summary>A code that this instance may give out, and nobody else.</summary>
/// <param name="Code">See <see cref="Domain.Links.LinkCode"/>.</param>
/// <param name="Until">When that ends.</param>
internal sealed record DrawnCode(string Code, DateTimeOffset Until);
