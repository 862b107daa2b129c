using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Domain.Distinct;

/// <summary>How many different users there were.</summary>
/// <param name="From" example="2026-08-01T00:00:00Z">The beginning of the first step.</param>
/// <param name="To" example="2026-08-08T00:00:00Z">The end of the last.</param>
/// <param name="Step">What is counted together.</param>
/// <param name="StandardError" example="0.008125">Of each figure, as a share of it, from some 4,000 users on: 1.04 / sqrt(16384). Fewer are nearly exact.</param>
/// <param name="Total">In the whole time: who was there twice counts once.</param>
/// <param name="Points">The steps in which somebody was there, in order.</param>
internal sealed record DistinctUsers(DateTimeOffset From, DateTimeOffset To, Step Step, double StandardError, UserEstimate Total, IReadOnlyList<UsersInStep> Points);

/// <summary>About how many users.</summary>
/// <param name="Users" example="1000">The best guess.</param>
/// <param name="AtLeast" example="984">Two standard errors below: in 95 of 100 cases the truth is between the two.</param>
/// <param name="AtMost" example="1016">Two standard errors above.</param>
internal sealed record UserEstimate(long Users, long AtLeast, long AtMost)
{
    public static UserEstimate Of(HyperLogLog seen)
    {
        var users = seen.Estimate();
        var error = seen.IsSparse ? 0 : 2 * HyperLogLog.StandardError * users;
        return new(users, (long)Math.Floor(users - error), (long)Math.Ceiling(users + error));
    }
}

/// <summary>An hour or day in which somebody was there.</summary>
/// <param name="Start" example="2026-08-01T00:00:00Z">Its beginning, in UTC.</param>
/// <param name="Users">About how many.</param>
internal sealed record UsersInStep(DateTimeOffset Start, UserEstimate Users);
