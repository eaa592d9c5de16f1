#!/usr/bin/env bash
# Builds the images of ARM64, pushes them to ECR as $IMAGES:$TAG (and $TAG-lambda-web where the API is a function), and refuses
# them when a scan finds something critical. What is there already is not built again: tags are never overwritten.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${IMAGES:?the repository of ECR}" "${TAG:?the commit}" "${AWS_REGION:?}" "${PROFILE:?}"
NAME=${IMAGES#*/}

deliver() { # TAG TARGET
  local at=(--region "$AWS_REGION" --repository-name "$NAME") critical
  if aws ecr describe-images "${at[@]}" --image-ids "imageTag=$1" > /dev/null 2>&1; then
    echo "$IMAGES:$1 is there already."
  else
    docker build --platform linux/arm64 --target "$2" --tag "$IMAGES:$1" .
    docker push "$IMAGES:$1"
  fi
  aws ecr wait image-scan-complete "${at[@]}" --image-id "imageTag=$1"
  critical=$(aws ecr describe-image-scan-findings "${at[@]}" --image-id "imageTag=$1" \
    --query 'imageScanFindings.findingSeverityCounts.CRITICAL || `0`' --output text)
  if [ "$critical" != 0 ]; then
    echo "The scan of $IMAGES:$1 found $critical critical vulnerabilities; it is not deployed." >&2
    exit 1
  fi
}

aws ecr get-login-password --region "$AWS_REGION" | docker login --username AWS --password-stdin "${IMAGES%%/*}"
deliver "$TAG" fitzen
if [ "$PROFILE" = serverless ]; then
  deliver "$TAG-lambda-web" lambda-web
fi
