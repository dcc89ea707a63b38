#!/bin/sh
# The sheets for paper become a PDF with Pango. Install it where that is one command; else say what to do.
set -eu

if python -c 'import weasyprint' >/dev/null 2>&1; then exit 0; fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
if command -v apt-get >/dev/null 2>&1; then
  echo "installing Pango for the printed methods"
  log=$(mktemp)
  if $as_root apt-get update >"$log" 2>&1 &&
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install --yes --no-install-recommends \
      libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >>"$log" 2>&1 &&
    python -c 'import weasyprint' >>"$log" 2>&1; then
    rm "$log"
    exit 0
  fi
  tail -n 5 "$log" >&2
  rm "$log"
fi
echo "The tests of the printed methods need Pango, and this machine hasn't got it. Install it and try again;" >&2
echo "on Debian and Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" >&2
echo "on macOS: brew install pango" >&2
exit 1
