#!/bin/sh
# `npm test` on a machine with only Node 20 and npm 11: installs what is missing, a browser included, then runs every check.
set -e
cd "$(dirname "$0")/.."
sh server/install.sh
if [ -z "$CHROMIUM" ]; then
  for candidate in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -x "$candidate" ]; then CHROMIUM=$candidate; break; fi
  done
fi
if [ -z "$CHROMIUM" ] && ! node -e "import('@playwright/test').then(({chromium})=>process.exit(require('fs').existsSync(chromium.executablePath())?0:1))" 2>/dev/null; then
  npx playwright install chromium >/dev/null 2>&1 || {
    echo "installing Chromium from the distribution" >&2
    apt-get update -qq >&2 && apt-get install -y -qq chromium fonts-noto-cjk >/tmp/dateline-apt.log 2>&1 ||
      { tail -n 20 /tmp/dateline-apt.log >&2; echo "no browser: install Chromium and name it in CHROMIUM" >&2; exit 2; }
    CHROMIUM=/usr/bin/chromium
  }
fi
[ -n "$CHROMIUM" ] && export CHROMIUM
exec node_modules/.bin/node --disable-warning=ExperimentalWarning .ci/checks.ts
