#!/usr/bin/env bash
# Draws color.png and outline.png anew from their SVG files, with Chromium (PAIRINGBOT_CHROMIUM, or the one of the machine).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
CHROMIUM=${PAIRINGBOT_CHROMIUM:-/usr/bin/chromium}
SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT

draw() { # NAME SIZE
  printf '<!doctype html><style>*{margin:0}svg{display:block}</style>%s' "$(cat "$1.svg")" >"$SCRATCH/$1.html"
  "$CHROMIUM" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --force-color-profile=srgb --default-background-color=00000000 \
    --user-data-dir="$SCRATCH/profile" --window-size="$2,$2" --screenshot="$PWD/$1.png" "file://$SCRATCH/$1.html" >"$SCRATCH/log" 2>&1 || { cat "$SCRATCH/log"; exit 1; }
}

draw color 192
draw outline 32
