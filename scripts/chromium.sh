#!/bin/sh
# The browser tests drive the Chromium of this machine. Install it where that is one command; else say what to do.
# Debian has one without a window, which is enough here and takes a quarter less of the processor.
set -eu

for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
for app in "Google Chrome" Chromium; do
  if [ -x "/Applications/$app.app/Contents/MacOS/$app" ]; then exit 0; fi
done

as_root=""
if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
installed() {
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install --yes --no-install-recommends "$1" >>"$log" 2>&1
}
if command -v apt-get >/dev/null 2>&1; then
  echo "installing Chromium for the browser tests"
  log=$(mktemp)
  if $as_root apt-get update >"$log" 2>&1 && { installed chromium-headless-shell || installed chromium; }; then
    rm "$log"
    exit 0
  fi
  tail -n 5 "$log" >&2
  rm "$log"
fi
echo "The browser tests need Chromium or Chrome, and this machine has neither. Install one and try again;" >&2
echo "on Debian and Ubuntu: sudo apt-get install chromium" >&2
exit 1
