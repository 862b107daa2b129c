# shellcheck shell=bash
# A server of our own, in the work folder, that writes nothing to disk.

redis_port=
redis_process=

start_redis() {
  redis_port=$(free_port)
  mkdir -p "$work/redis"
  redis-server --bind 127.0.0.1 --port "$redis_port" --save '' --appendonly no --dir "$work/redis" >"$work/redis/log" &
  redis_process=$!
  local attempt
  for ((attempt = 0; attempt < 60; attempt++)); do
    if redis-cli -p "$redis_port" ping >/dev/null 2>&1; then
      redis-server --version
      echo "On port $redis_port"
      return
    fi
    sleep 0.5
  done
  cat "$work/redis/log"
  die 'Redis does not start.'
}

stop_redis() {
  [ -z "$redis_process" ] || kill -KILL "$redis_process" 2>/dev/null
}
