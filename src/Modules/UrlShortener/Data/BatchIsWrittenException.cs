namespace SystemDesign.UrlShortener.Data;

/// <summary>Ends the transaction of a batch that an earlier one has written: none of it may happen twice.</summary>
internal sealed class BatchIsWrittenException() : InvalidOperationException("This batch of visits is in the database.");
