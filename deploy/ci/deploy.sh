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

[ -z "${WEB_BUCKET:-}" ] || deploy/ci/web.sh

curl --fail --silent --show-error --retry 10 --retry-delay 6 --retry-all-errors --max-time 10 "https://$DOMAIN/ready" > /dev/null
echo "https://$DOMAIN is ready at $TAG."
