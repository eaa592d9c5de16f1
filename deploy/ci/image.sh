#!/usr/bin/env bash
# Builds the image of ARM64, pushes it to ECR as $IMAGES:$TAG, and refuses it when its scan finds something critical.
# A commit whose image is there already is not built again: tags are never overwritten.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${IMAGES:?the repository of ECR}" "${TAG:?the commit}" "${AWS_REGION:?}" "${PROFILE:?}"
NAME=${IMAGES#*/}
TARGET=fitzen
[ "$PROFILE" = serverless ] && TARGET=lambda-web

if aws ecr describe-images --region "$AWS_REGION" --repository-name "$NAME" --image-ids "imageTag=$TAG" > /dev/null 2>&1; then
  echo "$IMAGES:$TAG is there already."
else
  aws ecr get-login-password --region "$AWS_REGION" | docker login --username AWS --password-stdin "${IMAGES%%/*}"
  docker build --platform linux/arm64 --target "$TARGET" --tag "$IMAGES:$TAG" .
  docker push "$IMAGES:$TAG"
fi

aws ecr wait image-scan-complete --region "$AWS_REGION" --repository-name "$NAME" --image-id "imageTag=$TAG"
critical=$(aws ecr describe-image-scan-findings --region "$AWS_REGION" --repository-name "$NAME" --image-id "imageTag=$TAG" \
  --query 'imageScanFindings.findingSeverityCounts.CRITICAL || `0`' --output text)
if [ "$critical" != 0 ]; then
  echo "The scan of $IMAGES:$TAG found $critical critical vulnerabilities; it is not deployed." >&2
  exit 1
fi
