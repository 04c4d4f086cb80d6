#!/usr/bin/env bash
# Builds the app package for Teams, a zip to upload: manifests/teams with your ids filled in. Needs zip or python3.
#   ./deploy/teams-package.sh --app-id 00000000-0000-0000-0000-000000000000
#   --app-id ID        the bot's Microsoft App ID, which becomes the id of the Teams app too
#   --domain HOST      the host under which the bot is reached; without it the package names none
#   --website URL      what people read about the app (default: https://HOST); --privacy URL and --terms URL (default: the website)
#   --version N.N.N    the package's version, higher at each upload (default: the manifest's)
#   --output FILE      where it goes (default: artifacts/PairingBot-teams.zip)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

APP_ID='' DOMAIN='' WEBSITE='' PRIVACY='' TERMS='' VERSION='' OUTPUT=artifacts/PairingBot-teams.zip SCRATCH=''
FILES='manifest.json en.json color.png outline.png'

main() {
  read_arguments "$@"
  SCRATCH=$(mktemp -d)
  trap 'rm -rf "$SCRATCH"' EXIT
  fill_in
  pack
  printf '%s\n' "$OUTPUT"
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
    -h | --help)
      sed -n '2,8s/^# //p' deploy/teams-package.sh
      exit 0
      ;;
    --app-id | --domain | --website | --privacy | --terms | --version | --output)
      if [ -z "${2:-}" ]; then fail "$1 needs a value."; fi
      set_value "$1" "$2"
      shift 2
      ;;
    *) fail "Nobody knows $1. Try --help." ;;
    esac
  done
  check
}

set_value() {
  case $1 in
  --app-id) APP_ID=$2 ;;
  --domain) DOMAIN=$2 ;;
  --website) WEBSITE=$2 ;;
  --privacy) PRIVACY=$2 ;;
  --terms) TERMS=$2 ;;
  --version) VERSION=$2 ;;
  --output) OUTPUT=$2 ;;
  esac
}

check() {
  local url
  WEBSITE=${WEBSITE:-https://${DOMAIN:-pairingbot.example.com}}
  PRIVACY=${PRIVACY:-$WEBSITE}
  TERMS=${TERMS:-$WEBSITE}
  matches "$APP_ID" '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}' || fail "--app-id needs the bot's Microsoft App ID, like 00000000-0000-0000-0000-000000000000."
  if [ -n "$DOMAIN" ]; then matches "$DOMAIN" '[A-Za-z0-9.-]+(:[0-9]+)?' || fail "--domain needs a host, like bot.example.com."; fi
  if [ -n "$VERSION" ]; then matches "$VERSION" '[0-9]+\.[0-9]+\.[0-9]+' || fail "--version needs three numbers, like 1.0.1."; fi
  for url in "$WEBSITE" "$PRIVACY" "$TERMS"; do
    matches "$url" 'https://[A-Za-z0-9._~:/?#@!$&+,;=%-]+' || fail "$url is no https address."
  done
}

# The whole of it: a line break, which sed would stumble over, matches nothing.
matches() {
  case $1 in *'
'*) return 1 ;; esac
  printf '%s' "$1" | grep -Eq "^$2\$"
}

fill_in() {
  local file
  for file in $FILES; do cp "manifests/teams/$file" "$SCRATCH/"; done
  sed -e "s|{{APP_ID}}|$APP_ID|g" -e "s|{{WEBSITE}}|$(escaped "$WEBSITE")|g" -e "s|{{PRIVACY}}|$(escaped "$PRIVACY")|g" -e "s|{{TERMS}}|$(escaped "$TERMS")|g" \
    -e "$(if [ -n "$DOMAIN" ]; then printf 's|{{DOMAIN}}|%s|' "$DOMAIN"; else printf '/{{DOMAIN}}/d'; fi)" \
    -e "$(if [ -n "$VERSION" ]; then printf 's|^  "version": "[^"]*"|  "version": "%s"|' "$VERSION"; fi)" \
    manifests/teams/manifest.json >"$SCRATCH/manifest.json"
}

escaped() { printf '%s' "$1" | sed 's/&/\\&/g'; }

pack() {
  local place
  mkdir -p "$(dirname "$OUTPUT")"
  place=$(cd "$(dirname "$OUTPUT")" && pwd)/$(basename "$OUTPUT")
  rm -f "$place"
  cd "$SCRATCH"
  # shellcheck disable=SC2086 # the names are ours and hold no blanks
  if command -v zip >/dev/null; then
    zip -q -X "$place" $FILES
  elif command -v python3 >/dev/null; then
    python3 -m zipfile -c "$place" $FILES
  else
    fail "Building the package needs zip or python3."
  fi
}

main "$@"
