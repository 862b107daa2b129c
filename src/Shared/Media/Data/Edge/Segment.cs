using SystemDesign.Media.Domain.Delivery;

namespace SystemDesign.Media.Data.Edge;

/// <summary>A piece that is kept.</summary>
internal sealed class Segment(SegmentKey key, MediaPart part)
{
    /// <summary>What an entry costs beside its bytes: keys, nodes and headers, roughly, so that a million empty objects are not free.</summary>
    private const int Overhead = 400;

    private const int MostHits = 3;

    private int hits;

    public SegmentKey Key => key;

    public MediaPart Part => part;

    public long Cost => part.Bytes.Length + Overhead;

    public bool IsProven { get; set; }

    /// <summary>Up to 3, since it was looked at last by who makes room. A lost update costs a hit and no more.</summary>
    public int Hits => hits;

    /// <summary>Writes only the first three times: what many processors read should not be written by each of them.</summary>
    public void Hit()
    {
        if (hits < MostHits)
        {
            hits++;
        }
    }

    public void Spare(int left) => hits = left;
}
