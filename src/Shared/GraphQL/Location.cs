namespace SystemDesign.GraphQL;

/// <summary>Where in a document something begins: lines and columns count from 1, columns in UTF-16 code units.</summary>
public readonly record struct Location(int Line, int Column);
