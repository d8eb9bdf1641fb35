#!/bin/sh
# Finds a Chromium for the browser tests, or gets one where that is simple.
# Exit 0: there is one. 3: there is none and the other tests run without. 1: there must be one.

find_one() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}

find_one && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing the package chromium for the browser tests."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1
  find_one && exit 0
fi
echo "No Chromium found: the browser tests do not run (install chromium, or set CHROMIUM to its path)."
[ -n "${REQUIRE_BROWSER:-}" ] && exit 1
exit 3
