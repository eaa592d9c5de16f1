#!/usr/bin/env bash
# Puts the web app into its bucket: WEB_BUCKET and DISTRIBUTION are those of the stack `edge`.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${WEB_BUCKET:?}" "${DISTRIBUTION:?}"

make app
# What has a hash in its name is kept for ever. The page that names it, the service worker and the rest are asked for each time, and come
# last: they name what is there. Old files stay for open tabs.
aws s3 sync src/fitzen/frontend "s3://$WEB_BUCKET" --exclude '*' --include '_expo/static/*' --include 'assets/*' --exclude '*.br' --exclude '*.gz' --cache-control 'public,max-age=31536000,immutable'
aws s3 cp src/fitzen/frontend "s3://$WEB_BUCKET" --recursive --exclude '_expo/static/*' --exclude 'assets/*' --exclude '*.br' --exclude '*.gz' --exclude metadata.json --cache-control no-cache
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '/*' > /dev/null
