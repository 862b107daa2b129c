# shellcheck shell=bash
# A cluster of our own, in the work folder: nothing that runs on this machine already is touched.

postgres_port=
postgres_running=

# The folder of the newest server's programs; nothing if there is none.
postgres_programs() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort --version-sort | tail -n 1 | xargs -r dirname
}

# The server refuses to be root's.
as_postgres() {
  setpriv --reuid=postgres --regid=postgres --init-groups env --chdir="$work/postgres" HOME="$work/postgres" \
    "$(postgres_programs)/$1" "${@:2}"
}

# Nothing here pulls the plug, so it need not wait for the disk; servers that are killed keep what the system has.
start_postgres() {
  postgres_port=$(free_port)
  install --directory --owner=postgres --group=postgres --mode=700 "$work/postgres"
  as_postgres initdb --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
  as_postgres pg_ctl start --wait --silent --pgdata=data --log=log --options="-p $postgres_port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories='$work/postgres' -c max_connections=1000 \
    -c fsync=off -c full_page_writes=off" \
    || { cat "$work/postgres/log"; die 'PostgreSQL does not start.'; }
  postgres_running=yes
  as_postgres postgres --version
  echo "On port $postgres_port"
}

stop_postgres() {
  [ -z "$postgres_running" ] || as_postgres pg_ctl stop --silent --mode=fast --pgdata=data
}
