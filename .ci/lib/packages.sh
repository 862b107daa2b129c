# shellcheck shell=bash

install_missing_packages() {
  local packages
  mapfile -t packages < <(missing_packages)
  if [ "${#packages[@]}" = 0 ]; then
    echo 'All there.'
    return
  fi

  echo "Installing ${packages[*]}"
  apt_get update
  keep_services_down
  apt_get install --yes --no-install-recommends "${packages[@]}"
  let_services_start
}

# Nothing here needs the services that packages start, and one whose port is taken, as 80 often is, leaves its package half installed.
# A machine that has a policy of its own keeps it.
policy=/usr/sbin/policy-rc.d
policy_is_ours=

keep_services_down() {
  [ ! -e "$policy" ] || return 0
  policy_is_ours=yes
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
}

let_services_start() {
  [ -z "$policy_is_ours" ] || rm -f "$policy"
  policy_is_ours=
}

missing_packages() {
  [ -n "$(postgres_programs)" ] || echo postgresql
  command -v redis-server >/dev/null || echo redis-server
  command -v setpriv >/dev/null || echo util-linux
  command -v curl >/dev/null || echo curl
  command -v git >/dev/null || echo git
  command -v npm >/dev/null || echo npm
  command -v chromium >/dev/null || echo chromium
  command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || echo nginx
}

# Mirrors are away now and then. What apt says is of interest only when it fails.
apt_get() {
  local attempt
  for attempt in 1 2 3; do
    if DEBIAN_FRONTEND=noninteractive apt-get --quiet --option Acquire::Retries=3 "$@" >"$work/apt.log" 2>&1; then
      return
    fi
    sleep $((attempt * 5))
  done
  cat "$work/apt.log" >&2
  die "apt-get $1 failed three times."
}
