# shellcheck shell=bash

# A run that hangs must not hang this one.
test_limit=25m

# The command that README.md tells people to run.
test_command() {
  [ -f README.md ] || die 'There is no README.md to take the test command from.'
  local command
  command=$(awk '
    /^```/ { inside = !inside; next }
    inside && /^dotnet test($|[ \t])/ { sub(/[ \t]+#.*/, ""); print; exit }' README.md)
  [ -n "$command" ] || die 'README.md has no code block with a line that begins with: dotnet test'
  echo "$command"
}

# The configuration that the command tests.
configuration_of() {
  local configuration
  configuration=$(grep --only-matching --perl-regexp -- '\s(-c|--configuration)[ =:]+\K\S+' <<<"$1" | tail -n 1) || true
  echo "${configuration:-Debug}"
}

# run_tests <profile> <command>: fails when a test fails, or when none ran.
run_tests() {
  local results=$work/results/$1 log=$work/results/$1.log code=0
  mkdir -p "$results"
  # Some programs of the tests run as others than root.
  install --directory --mode=1777 "$work/temporary"
  # And most live for seconds, of which mapping their code twice takes some.
  TEST_PROFILE=$1 TEST_REQUIRE_SERVERS=1 \
    TEST_POSTGRES="Host=127.0.0.1;Port=$postgres_port;Username=postgres;Database=postgres" \
    TEST_REDIS="127.0.0.1:$redis_port" \
    TEST_S3="http://127.0.0.1:$s3_port" \
    TEST_GRAPHQL_JS="$work/graphql" \
    TMPDIR="$work/temporary" DOTNET_EnableWriteXorExecute=0 \
    timeout --kill-after=30s "$test_limit" bash -c "$2 \"\$@\"" "$2" \
    --no-build --logger 'trx;LogFilePrefix=tests' --results-directory "$results" 2>&1 | tee "$log" || code=$?

  local passed failed skipped
  read -r passed failed skipped < <(count_tests "$results")
  echo "$1: $passed passed, $failed failed, $skipped skipped"
  if [ "$((passed + failed))" = 0 ]; then
    echo 'No test ran.'
    code=1
  fi
  # Two projects that write one file would hide each other's failures.
  if [ "$(grep --count '^Results File: ' "$log")" -gt "$(find "$results" -name '*.trx' | wc -l)" ]; then
    echo 'A file of results was overwritten.'
    code=1
  fi
  return "$code"
}

# Passed, failed and skipped in all files of results below a folder. What the test runner skips it counts as not executed.
count_tests() {
  find "$1" -name '*.trx' -exec cat {} + | tr '\r\n' '  ' | { grep --only-matching '<Counters [^>]*>' || true; } | awk '
    function value(name) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
    }
    { total += value("total"); executed += value("executed"); passed += value("passed") }
    END { print passed + 0, executed - passed, total - executed }'
}

# Those that failed in the files of results below a folder: for each its profile, its name, and how what it says begins.
# Byte by byte, since what a test says need not be text.
failed_tests() {
  local profile
  for profile in embedded distributed; do
    [ ! -d "$1/$profile" ] || find "$1/$profile" -name '*.trx' -exec cat {} + | LC_ALL=C tr '\r\n' '  ' \
      | LC_ALL=C sed 's/<UnitTestResult /\n&/g' | LC_ALL=C sed --quiet --regexp-extended "/^<UnitTestResult [^>]* outcome=\"Failed\"/ {
          s/<\/UnitTestResult>.*//
          s/^[^>]* testName=\"([^\"]*)\"[^>]*>/$profile: \1: /
          s/: <.*<ErrorInfo>/: /
          s/<[^>]*>/ /g
          s/ +/ /g
          s/^(.{1000}).*/\1/
          p
        }"
  done
}

# Of both profiles, and alone on its line; nothing if no test was asked to run.
print_totals() {
  [ -d "$work/results" ] || return 0
  failed_tests "$work/results"
  local passed failed skipped
  read -r passed failed skipped < <(count_tests "$work/results")
  printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
}
