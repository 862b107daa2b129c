using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Wrk;

/// <summary>
/// Scripts for the Lua that is built into wrk. They print the totals as one line of JSON, since wrk's own report
/// rounds them and changes its units.
/// </summary>
internal static class WrkScripts
{
    /// <summary>wrk itself counts statuses of 400 and more, which costs nothing for each answer.</summary>
    public const string Visit = $$"""
        {{Report}}

        function failures(summary)
          return summary.errors.status
        end
        """;

    /// <param name="list">A file with a path a line.</param>
    public static string VisitEach(string list) => $$"""
        {{Visit}}

        local paths = {}
        local place = 0

        function init(arguments)
          for path in io.lines("{{list}}") do
            paths[#paths + 1] = path
          end
        end

        function request()
          place = place % #paths + 1
          return wrk.format("GET", paths[place])
        end
        """;

    /// <summary>Of somebody signed in.</summary>
    public static string Read(string token) => $$"""
        {{Visit}}

        wrk.headers["Authorization"] = "Bearer {{token}}"
        """;

    /// <summary>Of somebody signed in.</summary>
    /// <param name="token">Theirs.</param>
    /// <param name="json">In which nothing closes a long bracket of Lua (<c>]]</c>).</param>
    public static string Post(string token, string json) => $$"""
        {{Read(token)}}

        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        wrk.body = [[{{json}}]]
        """;

    /// <param name="path">What all of them read.</param>
    /// <param name="list">A file with a token a line.</param>
    public static string ReadAsEach(string path, string list) => $$"""
        {{Visit}}

        local requests = {}
        local place = 0

        function init(arguments)
          for token in io.lines("{{list}}") do
            requests[#requests + 1] = wrk.format("GET", "{{path}}", { ["Authorization"] = "Bearer " .. token, ["Host"] = wrk.headers["Host"] })
          end
        end

        function request()
          place = place % #requests + 1
          return requests[place]
        end
        """;

    private const string Report = """
        function done(summary, latency)
          local errors = summary.errors
          local broken = errors.connect + errors.read + errors.write + errors.timeout
          print(string.format('{"requests":%d,"duration":%d,"p50":%d,"p99":%d,"failures":%d}',
            summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), broken + failures(summary)))
        end
        """;

    /// <summary>Counts every answer that is not 201; there is one thread, and its count is read when it is done.</summary>
    public static string Create(string token) => $$"""
        {{Report}}

        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        wrk.headers["Authorization"] = "Bearer {{token}}"
        wrk.body = '{"url":"{{User.Target}}"}'

        local thread

        function setup(only)
          thread = only
        end

        function init(arguments)
          refused = 0
        end

        function response(status)
          if status ~= 201 then
            refused = refused + 1
          end
        end

        function failures(summary)
          return thread:get("refused")
        end
        """;
}
