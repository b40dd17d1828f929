#!/bin/sh
# Installs the packages of package-lock.json, unless they are there. One of them is the Node this project runs on.
set -eu
cd "$(dirname "$0")/.."

stamp=node_modules/.dateline-installed
lock=.dateline-install.lock

wanted() { cksum <package-lock.json; }

# Installed by us from this very lock file, or by hand after it was last written.
installed() {
  [ -x node_modules/.bin/node ] || return 1
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted)" ] && return 0
  [ -n "$(find node_modules/.package-lock.json -newer package-lock.json 2>/dev/null)" ]
}

if installed; then exit 0; fi

# Two starts at once install once. A lock whose owner is gone is nobody's.
until mkdir "$lock" 2>/dev/null; do
  owner=$(cat "$lock/pid" 2>/dev/null || true)
  if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then rm -rf "$lock"; else sleep 1; fi
done
echo $$ >"$lock/pid"
trap 'rm -rf "$lock"' EXIT
trap 'exit 1' INT TERM
if ! installed; then
  npm ci --no-audit --no-fund >&2
  wanted >"$stamp"
fi
