namespace SystemDesign.Media.Domain.Claims;

/// <summary>Who uses which file.</summary>
internal interface IClaims
{
    /// <summary>Adds to this unit of work. Of a file that is no more it tells so, if somebody says that they use it.</summary>
    void Note(MediaClaim claim, DateTimeOffset now);
}
