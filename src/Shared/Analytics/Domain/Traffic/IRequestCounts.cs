namespace SystemDesign.Analytics.Domain.Traffic;

/// <summary>The requests that this instance answers.</summary>
internal interface IRequestCounts
{
    /// <summary>Returns at once: no request waits for a count.</summary>
    void Count(in AnsweredRequest request);
}
