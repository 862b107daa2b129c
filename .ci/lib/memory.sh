# shellcheck shell=bash

# The folder for what this run writes: in memory, where there is plenty of it and programs may be started from there.
# Nearly every test makes and drops a database of its own, for which a disk was seen to take a quarter of a second.
folder_for_work() {
  local folder=/dev/shm enough=$((8 * 1024 * 1024))
  if [ -w "$folder" ] && ! findmnt --noheadings --output OPTIONS "$folder" | grep --quiet --word-regexp noexec \
    && [ "$(df --output=avail "$folder" | tail -n 1)" -ge "$enough" ] \
    && [ "$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo)" -ge "$((2 * enough))" ]; then
    echo "$folder"
  else
    echo "${TMPDIR:-/tmp}"
  fi
}
