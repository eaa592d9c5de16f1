#!/usr/bin/env bash
# What the phones get, as far as this machine can make it: the bundles of both (Hermes), and both native projects by
# prebuild, offline and in a folder of its own; then tools/native-check.mjs looks whether they say what they should.
set -euo pipefail
cd "$(dirname "$0")/../app"
export EXPO_OFFLINE=1 EXPO_NO_TELEMETRY=1 EXPO_NO_GIT_STATUS=1 CI=1
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
seconds() { echo "$1: $((SECONDS - BEGAN)) s"; BEGAN=$SECONDS; }
BEGAN=$SECONDS

# What a build would stumble over is a warning here; that CI=1 turns off watching is not.
checked() {
  "$@" > "$WORK/log" 2>&1 || { cat "$WORK/log"; exit 1; }
  if grep -iE '(^|[^a-z])(warn(ing)?|error|deprecated|failed)([^a-z]|$)|»' "$WORK/log" | grep -vE 'Metro is running in CI mode|[A-Za-z/_.-]*(error|warning)[A-Za-z_-]*\.(js|png|ts)'; then
    echo "These warnings matter: they would be in every build."
    exit 1
  fi
}

checked npx expo export --platform ios --platform android --output-dir "$WORK/export"
for platform in ios android; do
  file=$(ls "$WORK/export/_expo/static/js/$platform"/*.hbc | head -1)
  echo "$platform bundle: $(($(stat -c %s "$file") / 1000)) kB, $(($(gzip -c "$file" | wc -c) / 1000)) kB gz"
done
seconds "bundles"

mkdir "$WORK/app"
cp -r app.json app.config.js package.json assets public locales plugins "$WORK/app/"
ln -s "$PWD/node_modules" "$WORK/app/node_modules"
(cd "$WORK/app" && FITZEN_LINK_HOST=app.fitzen.example checked npx expo prebuild --no-install --platform all)
node tools/native-check.mjs "$WORK/app"
seconds "native projects"
