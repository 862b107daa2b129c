# shellcheck shell=bash

# A heading, with the seconds since the start.
step() {
  printf '\n== %s s: %s\n' "$SECONDS" "$*"
}

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# A port of the loopback address that nobody listens on. Below 32768, where Linux takes no ports for clients.
free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}
