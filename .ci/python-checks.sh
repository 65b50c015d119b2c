#!/usr/bin/env bash
# What is made for others is tried by tools of others, from Python: a client is generated from the API's document and imported, and the
# manifests of Kubernetes are held against its published schemas. Less than a minute, most of it downloads.
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

python3 -m venv "$place/venv" 2>/dev/null || {
  apt-get update -qq && apt-get install -y -qq python3-venv
  python3 -m venv "$place/venv"
}
"$place/venv/bin/pip" install -q --disable-pip-version-check openapi-python-client==0.29.1 kubernetes-validate==1.37.0 || {
  echo "Python's packages are out of reach here: the generated client and the manifests were not looked at"
  exit 0
}

"$place/venv/bin/openapi-python-client" generate --path docs/openapi.json --output-path "$place/client" --meta none > "$place/said" 2>&1 ||
  { cat "$place/said"; exit 1; }
PYTHONPATH="$place" "$place/venv/bin/python" .ci/try_client.py client docs/openapi.json

"$place/venv/bin/kubernetes-validate" --strict $(find deploy/kubernetes -name '*.yaml' ! -name kustomization.yaml)
