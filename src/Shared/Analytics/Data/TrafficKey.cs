namespace SystemDesign.Analytics.Data;

/// <summary>What is counted together.</summary>
/// <param name="Minute">Its beginning, in ticks of UTC.</param>
/// <param name="Route">A template.</param>
/// <param name="Method">One of HTTP's.</param>
/// <param name="StatusClass">1 to 5.</param>
internal readonly record struct TrafficKey(long Minute, string Route, string Method, int StatusClass);
