#!/usr/bin/env bash
# Train all weights again, as the shipped ones were made.  The reader of attributions: from the base weights on the labelled articles,
# then twice on, with written examples among them; export and calibrate.  Then the networks of meaning and of relations.  Seeded.
# PYTHON names the interpreter of the training environment; SHARED the folder with corpora and gold.
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
SHARED=${SHARED:-../shared}
RUNS=${RUNS:-training/runs}
export PYTHONPATH=src:. OMP_WAIT_POLICY=PASSIVE

mixed_precision=()
if grep -q avx512_bf16 /proc/cpuinfo 2>/dev/null; then mixed_precision=(--bf16); fi

train() { "$PYTHON" -m training.train --shared "$SHARED" "$@" ${mixed_precision[@]+"${mixed_precision[@]}"}; }

train --output "$RUNS/first" --seed 20261125 --epochs 6 --written 0
train --output "$RUNS/second" --seed 20261126 --init "$RUNS/first" --epochs 3 --rate 1e-4 --head-rate 4e-4 --written 320
train --output "$RUNS/third" --seed 20261127 --init "$RUNS/second" --epochs 2 --rate 8e-5 --head-rate 3e-4 --written 400
"$PYTHON" -m training.export "$RUNS/third" --output src/counterclaim/read/weights
"$PYTHON" -m training.calibrate --shared "$SHARED"

meaning() { "$PYTHON" -m training.train_meaning --shared "$SHARED" "$@" ${mixed_precision[@]+"${mixed_precision[@]}"}; }

meaning --output "$RUNS/meaning-fewer" --epochs 8 --written training/written_claims.tsv training/written_statements.tsv
meaning --output "$RUNS/meaning-all" --epochs 7
"$PYTHON" -m training.average "$RUNS/meaning-fewer" "$RUNS/meaning-all" --output "$RUNS/meaning"
"$PYTHON" -m training.export_meaning "$RUNS/meaning" --output src/counterclaim/read/weights
"$PYTHON" -m training.vectors --shared "$SHARED" --weights src/counterclaim/read/weights

relations() { "$PYTHON" -m training.train_relations --shared "$SHARED" "$@" ${mixed_precision[@]+"${mixed_precision[@]}"}; }

"$PYTHON" -m training.relation_meanings --shared "$SHARED" --output "$RUNS/relation_meanings.json"
relations --output "$RUNS/inference" --no-own --inference 54000 46000 --rate 1.5e-4 --smoothing 0.02
for part in 0 1 2; do  # each on two thirds of the stories; the mean of the three ships
    relations --output "$RUNS/relations-$part" --init "$RUNS/inference" --meanings "$RUNS/relation_meanings.json" \
        --part "$part" --parts 3 --rate 1e-4 --head-rate 5e-4
    "$PYTHON" -m training.export_relations "$RUNS/relations-$part" --output "$RUNS/relations-$part"
done
"$PYTHON" -m training.average "$RUNS"/relations-[012] --output "$RUNS/relations"
"$PYTHON" -m training.export_relations "$RUNS/relations" --output src/counterclaim/link/weights
"$PYTHON" -m training.relation_gates --shared "$SHARED" --folds "$RUNS"/relations-[012] --output src/counterclaim/link/weights
