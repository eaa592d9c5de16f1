# Fitzen as one image: `fitzen serve` in containers (compose.yaml, ECS), `python -m awslambdaric fitzen.functions.job` in
# Lambda. `--target lambda-web` adds the Lambda Web Adapter, for the API as a function. linux/amd64 and linux/arm64.
#
#     docker build -t fitzen .
#     docker build -t fitzen:lambda-web --target lambda-web .

FROM --platform=$BUILDPLATFORM node:24.11.1-trixie-slim AS web
WORKDIR /src/app
COPY app/package.json app/package-lock.json ./
RUN npx -y npm@10 ci --no-audit --no-fund
COPY app ./
COPY tools/app.sh /src/tools/
RUN WEB_DIR=/web /src/tools/app.sh

FROM python:3.13.11-slim-trixie AS python
# Bytecode is compiled here: no start compiles it again, and nothing is written beside it later.
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_NO_CACHE=1
WORKDIR /src
RUN pip install --no-cache-dir --disable-pip-version-check uv==0.13.9
COPY requirements-lambda.lock ./
RUN uv venv --python 3.13 --no-python-downloads /opt/fitzen && \
    uv pip install --python /opt/fitzen --require-hashes -r requirements-lambda.lock
COPY pyproject.toml README.md LICENSE ./
COPY src src
COPY --from=web /web src/fitzen/frontend
RUN uv pip install --python /opt/fitzen --no-deps .

FROM python:3.13.11-slim-trixie AS runtime
ENV PATH=/opt/fitzen/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 API_HOST=0.0.0.0 API_PORT=5001 FITZEN_DATA_DIR=/data
COPY --from=python /opt/fitzen /opt/fitzen
# Only what is kept on this machine (SQLite, file:, inbox:) is written, and only here; a volume takes its owner over.
# Temporary files go to /tmp, which is root's where a platform mounts it: Fargate takes owner and mode from a VOLUME here.
RUN install -d -o 10001 -g 10001 /data && install -d -m 1777 -o 10001 -g 10001 /tmp
VOLUME ["/tmp"]
USER 10001:10001
EXPOSE 5001
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"API_PORT\"]}/health', timeout=4)"]
ENTRYPOINT ["fitzen"]
CMD ["serve"]

# Not in the image of the jobs: Lambda starts whatever is in this folder beside every function.
FROM runtime AS lambda-web
COPY --from=public.ecr.aws/awsguru/aws-lambda-adapter:1.0.0 /lambda-adapter /opt/extensions/lambda-adapter

FROM runtime AS fitzen
