# shellcheck shell=bash
# The reference implementation of GraphQL, npm's graphql, in the work folder: ours is compared with it.

graphql_version=16.15.0

install_graphql() {
  mkdir -p "$work/graphql"
  npm install --prefix "$work/graphql" --no-audit --no-fund --no-save "graphql@$graphql_version" >"$work/graphql/log" 2>&1 \
    || { cat "$work/graphql/log"; die 'graphql cannot be installed.'; }
  echo "graphql $graphql_version"
}
