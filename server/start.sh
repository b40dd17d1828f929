#!/bin/sh
# npm start / npm run dev on a machine that has some Node and npm: installs the packages, one of which is the Node this
# project runs on, and hands over to it. Everything else happens in launch.ts.
set -eu
cd "$(dirname "$0")/.."
sh server/install.sh

PATH="$PWD/node_modules/.bin:$PATH"
# glibc keeps an arena per thread; two are enough and keep the process small.
MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}
NEXT_TELEMETRY_DISABLED=1
export PATH MALLOC_ARENA_MAX NEXT_TELEMETRY_DISABLED
# Pages are kept outside of the JavaScript heap, which lives on 80 MB. Told so, V8 collects in time instead of letting
# the process grow by 200 MB. What is made for a page is waste when it is sent, and is collected before it is moved if
# there is room for what is new; what lives long is looked through when it has grown by 40 %, not 30. And nothing is made
# among the old from the start, which V8 learns while the routes are loaded: every cached answer would pay for it later.
# Decision 0016. The builder, which needs more, is a process of its own.
exec node_modules/.bin/node --disable-warning=ExperimentalWarning --max-semi-space-size=12 --max-old-space-size=256 \
  --heap-growing-percent=40 --no-allocation-site-pretenuring server/launch.ts "$@"
