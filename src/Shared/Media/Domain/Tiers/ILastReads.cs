using SystemDesign.Media.Domain.Delivery;

namespace SystemDesign.Media.Domain.Tiers;

/// <summary>When objects were last read, to the hour: what is unused is found by it (DB-8).</summary>
internal interface ILastReads
{
    /// <summary>Returns at once: it is written later, together with others.</summary>
    void Note(DeliveredObject media);
}
