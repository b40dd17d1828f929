#!/bin/sh
# `npm test` on a machine with only Node 20 and npm 11: installs what is missing, a browser included, then runs every check.
set -e
cd "$(dirname "$0")/.."
sh server/install.sh

# The headless shell is the same engine without the browser's own windows, which take a third of the tests' time.
find_browser() {
  for candidate in chromium-headless-shell chromium chromium-browser google-chrome; do
    if [ -x "/usr/bin/$candidate" ]; then
      CHROMIUM=/usr/bin/$candidate
      return 0
    fi
  done
  return 1
}

if [ -z "$CHROMIUM" ] && ! find_browser && ! node -e "import('@playwright/test').then(({chromium})=>process.exit(require('fs').existsSync(chromium.executablePath())?0:1))" 2>/dev/null; then
  npx playwright install --only-shell chromium >/dev/null 2>&1 || {
    echo "installing Chromium from the distribution" >&2
    log=/tmp/dateline-apt.log
    { apt-get update -qq && { apt-get install -y -qq chromium-headless-shell fonts-noto-cjk || apt-get install -y -qq chromium fonts-noto-cjk; }; } >$log 2>&1 ||
      { tail -n 20 $log >&2; echo "no browser: install Chromium and name it in CHROMIUM" >&2; exit 2; }
    find_browser
  }
fi
[ -n "$CHROMIUM" ] && export CHROMIUM
exec node_modules/.bin/node --disable-warning=ExperimentalWarning .ci/checks.ts
