# shellcheck shell=bash
# No container engine runs here: the Dockerfile's own commands are run in a copy of what is committed, and what comes
# out of them is started as the image's user.

# The user of the .NET images, who has this number in all of them.
image_user=1654
image_port=
image_process=
image_dotnet=

build_image() {
  mkdir -p "$work/source"
  grep --quiet '^WORKDIR /source$' Dockerfile || die 'The Dockerfile does not build in /source.'
  copy_context
  run_of_dockerfile find
  run_of_dockerfile 'dotnet restore'
  copy_context
  run_of_dockerfile 'dotnet publish'
  chmod -R a+rX "$work/app"
}

# What is committed, without what .dockerignore keeps out.
copy_context() {
  git -c safe.directory='*' archive HEAD | tar --extract --directory="$work/source"
  local ignored
  while read -r ignored; do
    rm -rf "${work:?}/source/${ignored:?}"
  done <.dockerignore
}

# run_of_dockerfile <beginning>: the one RUN line that begins so, with the folders of this run in place of the image's.
run_of_dockerfile() {
  local command
  command=$(sed -e ':join' -e '/\\$/ { N; s/\\\n//; b join' -e '}' Dockerfile | sed -n "s/^RUN \($1 .*\)/\1/p")
  [ "$(grep --count . <<<"$command")" = 1 ] || die "The Dockerfile has not one line that begins with: RUN $1"
  command=${command//\/source/$work\/source}
  command=${command//-o \/app/-o $work\/app}
  echo "$command"
  (cd "$work/source" && bash -euo pipefail -c "$command")
}

# In place of the shell that calls it, so that a signal to that shell's process is one to the program.
become_image_user() {
  exec setpriv --reuid="$image_user" --regid="$image_user" --clear-groups --no-new-privs \
    env --chdir="$work/app" HOME=/nonexistent Data__Path="$work/data" ASPNETCORE_HTTP_PORTS="$image_port" "$@"
}

# An SDK in root's home is nobody else's to run; then its runtime is copied to where it is.
find_dotnet() {
  image_dotnet=$(readlink -f "$(command -v dotnet)")
  (become_image_user "$image_dotnet" --list-runtimes) >/dev/null 2>&1 && return
  local folder=${image_dotnet%/*}
  mkdir -p "$work/dotnet"
  cp -r "$folder/dotnet" "$folder/host" "$folder/shared" "$work/dotnet"
  chmod -R a+rX "$work/dotnet"
  image_dotnet=$work/dotnet/dotnet
}

start_image() {
  image_port=$(free_port)
  install --directory --owner="$image_user" --group="$image_user" "$work/data"
  find_dotnet
  become_image_user "$image_dotnet" SystemDesign.Host.dll >"$work/image.log" 2>&1 &
  image_process=$!
  local attempt
  for ((attempt = 0; attempt < 60; attempt++)); do
    (become_image_user "$image_dotnet" SystemDesign.Host.dll health) >/dev/null && return
    kill -0 "$image_process" 2>/dev/null || break
    sleep 0.5
  done
  refuse_image 'It does not become ready.'
}

# A user registers, logs in and shortens a link; anybody follows it.
try_image() {
  expect 302 /
  expect 200 /swagger/index.html
  expect 200 /health/live
  post /api/users/register '{"userName":"ci_user","email":"ci@example.org","password":"correct horse battery","displayName":"CI"}' >/dev/null
  local token code target=https://example.org/followed
  token=$(post /api/users/login '{"userName":"ci_user","password":"correct horse battery"}' | field accessToken)
  code=$(post /api/url-shortener/links "{\"url\":\"$target\"}" "$token" | field code)
  expect "302 $target" "/s/$code" '%{http_code} %{redirect_url}'
}

# expect <answer> <path> [<form of the answer>]
expect() {
  local answer form=${3:-'%{http_code}'}
  answer=$(curl --silent --output /dev/null --max-time 30 --write-out "$form" "http://127.0.0.1:$image_port$2") || true
  [ "$answer" = "$1" ] || refuse_image "$2 answers $answer, not $1."
  echo "$2: $answer"
}

# post <path> <body> [<token>]
post() {
  curl --silent --show-error --fail-with-body --max-time 30 --json "$2" ${3:+--oauth2-bearer "$3"} "http://127.0.0.1:$image_port$1" \
    || refuse_image "POST $1 failed."
}

# field <name>: of the JSON object on standard input.
field() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"
}

# As a container is stopped: asked, and given 10 s.
end_image() {
  local code=0
  kill -TERM "$image_process"
  timeout 10 tail --pid="$image_process" --sleep-interval=0.1 --follow /dev/null || refuse_image 'It still runs 10 s after SIGTERM.'
  wait "$image_process" || code=$?
  image_process=
  [ "$code" = 0 ] || refuse_image "It ended with $code after SIGTERM."
  echo 'Stopped with 0.'
}

stop_image() {
  [ -z "$image_process" ] || kill -KILL "$image_process" 2>/dev/null
}

refuse_image() {
  tail -n 50 "$work/image.log" >&2
  die "$1"
}
