#!/usr/bin/env bash
# Deploys $TAG: the stacks by CloudFormation (which takes a task definition back when an alarm of its new colour rings), the
# chart where there is a cluster, the web app, and then looks whether the API answers. ARGS are the deployment's arguments, as the
# stack of the delivery knows them.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${TAG:?the commit}" "${PROFILE:?}" "${STAGE:?}" "${AWS_REGION:?}" "${DOMAIN:?}" "${ARGS?}"
export AWS_REGION

make synth PROFILE="$PROFILE" ARGS="$ARGS image_tag=$TAG"
make cdk-deploy PROFILE="$PROFILE"

if [ -n "${CLUSTER:-}" ]; then
  aws eks update-kubeconfig --region "$AWS_REGION" --name "$CLUSTER"
  aws ssm get-parameter --region "$AWS_REGION" --name "/fitzen/$STAGE/helm-values" --query Parameter.Value --output text > helm-values.json
  make helm ARGS="upgrade --install fitzen deploy/helm/fitzen --namespace fitzen --values helm-values.json --set image.tag=$TAG --rollback-on-failure --timeout 15m"
fi

if [ -n "${WEB_BUCKET:-}" ]; then
  make app
  # What has a hash in its name is kept for ever. The page that names it, the service worker and the rest are asked for each time, and come
  # last: they name what is there. Old files stay for open tabs.
  aws s3 sync src/fitzen/frontend "s3://$WEB_BUCKET" --exclude '*' --include '_expo/static/*' --include 'assets/*' --exclude '*.br' --exclude '*.gz' --cache-control 'public,max-age=31536000,immutable'
  aws s3 cp src/fitzen/frontend "s3://$WEB_BUCKET" --recursive --exclude '_expo/static/*' --exclude 'assets/*' --exclude '*.br' --exclude '*.gz' --exclude metadata.json --cache-control no-cache
  aws cloudfront create-invalidation --distribution-id "${DISTRIBUTION:?}" --paths '/*' > /dev/null
fi

curl --fail --silent --show-error --retry 10 --retry-delay 6 --retry-all-errors --max-time 10 "https://$DOMAIN/ready" > /dev/null
echo "https://$DOMAIN is ready at $TAG."
