namespace SystemDesign.UrlShortener.Domain.Visits;

/// <summary>Who follows a link. Both are led to the target alike, and are counted apart.</summary>
internal enum VisitKind
{
    /// <summary>Somebody, as far as one can tell.</summary>
    Visit,

    /// <summary>A program that looks where the link leads, before anybody goes there or instead.</summary>
    Preview,
}
