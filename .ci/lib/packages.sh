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
  apt_get install --yes --no-install-recommends "${packages[@]}"
}

missing_packages() {
  [ -n "$(postgres_programs)" ] || echo postgresql
  command -v redis-server >/dev/null || echo redis-server
  command -v setpriv >/dev/null || echo util-linux
  command -v curl >/dev/null || echo curl
  command -v git >/dev/null || echo git
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
