#!/usr/bin/env bash
# Train the reader's weights again from the base weights and the shared corpora, export and calibrate them.
# PYTHON names the interpreter of the training environment; SHARED the folder with corpora and gold.
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
SHARED=${SHARED:-../shared}
RUN=${RUN:-training/runs/reader}
export PYTHONPATH=src:. OMP_WAIT_POLICY=PASSIVE

mixed_precision=()
if grep -q avx512_bf16 /proc/cpuinfo 2>/dev/null; then mixed_precision=(--bf16); fi

"$PYTHON" -m training.train --shared "$SHARED" --output "$RUN" "${mixed_precision[@]}"
"$PYTHON" -m training.export "$RUN" --output src/counterclaim/read/weights
"$PYTHON" -m training.calibrate --shared "$SHARED"
