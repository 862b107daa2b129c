namespace SystemDesign.UrlShortener.Data;

/// <summary>A counter. Not safe for several at once: the <see cref="VisitCounters"/> see to that.</summary>
internal sealed class VisitTally
{
    public long Visits { get; private set; }

    public long Previews { get; private set; }

    public static VisitTally Of(bool isVisit)
    {
        var tally = new VisitTally();
        tally.Add(isVisit);
        return tally;
    }

    public void Add(bool isVisit)
    {
        if (isVisit)
        {
            Visits++;
        }
        else
        {
            Previews++;
        }
    }
}
