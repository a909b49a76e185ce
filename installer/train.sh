#!/bin/sh
# Writes the AOT cache of the app image: one run that does what most starts do, without a display, then exits by itself.
set -eu
image=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env -u DISPLAY -u WAYLAND_DISPLAY TMPDIR="$work" \
  JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$image/lib/app/countersign.aot -Djava.io.tmpdir=$work" \
  "$image/bin/countersign" demo >"$work/out" 2>&1 || { tail -20 "$work/out" >&2; exit 1; }
[ -s "$image/lib/app/countersign.aot" ]
echo 'java-options=-XX:AOTCache=$APPDIR/countersign.aot' >>"$image/lib/app/countersign.cfg"
