# shellcheck shell=bash
# An S3 server of our own, in the work folder: npm's s3rver. Nothing is installed but there.

s3_version=3.7.1
s3_port=
s3_process=

start_s3() {
  s3_port=$(free_port)
  mkdir -p "$work/s3/objects"
  npm install --prefix "$work/s3" --no-audit --no-fund --no-save "s3rver@$s3_version" >"$work/s3/log" 2>&1 \
    || { cat "$work/s3/log"; die 's3rver cannot be installed.'; }
  # It signs the pages of a list with DES, which OpenSSL 3 has put away.
  node --openssl-legacy-provider "$work/s3/node_modules/s3rver/bin/s3rver.js" --directory "$work/s3/objects" --address 127.0.0.1 --port "$s3_port" --silent >"$work/s3/log" 2>&1 &
  s3_process=$!
  local attempt
  for ((attempt = 0; attempt < 60; attempt++)); do
    if curl --silent --output /dev/null "http://127.0.0.1:$s3_port/"; then
      echo "s3rver $s3_version"
      echo "On port $s3_port"
      return
    fi
    kill -0 "$s3_process" 2>/dev/null || break
    sleep 0.5
  done
  cat "$work/s3/log"
  die 's3rver does not start.'
}

stop_s3() {
  [ -z "$s3_process" ] || kill -KILL "$s3_process" 2>/dev/null
}
