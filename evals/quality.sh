#!/usr/bin/env bash
# Print every figure of docs/quality.md.  SHARED names the folder with corpora, gold and tools.
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-.venv/bin/python}
SHARED=${SHARED:-../shared}
WORK=build/quality
mkdir -p "$WORK"

"$PYTHON" "$SHARED/tools/polnear_to_jsonl.py" "$SHARED/corpora/polnear" dev --gold "$WORK/polnear.jsonl" --texts "$WORK/polnear-texts.jsonl"
"$PYTHON" "$SHARED/tools/polnear_to_jsonl.py" "$SHARED/corpora/polnear" train --gold "$WORK/polnear-train.jsonl" --texts "$WORK/polnear-train-texts.jsonl"
grep -v '"topic_in_B": true' "$SHARED/gold/world-A.attributions.jsonl" > "$WORK/world-A27.jsonl"

echo; echo "== PolNeAR dev, 84 articles"
"$PYTHON" -m evals attribution --gold "$WORK/polnear.jsonl" --texts "$WORK/polnear-texts.jsonl"
echo; echo "== confidence on PolNeAR dev"
"$PYTHON" -m evals confidence --gold "$WORK/polnear.jsonl" --texts "$WORK/polnear-texts.jsonl"
echo; echo "== confidence on PolNeAR dev, cross-fitted"
"$PYTHON" -m training.calibrate --shared "$SHARED" --dry-run
echo; echo "== world-A, 36 texts"
"$PYTHON" -m evals attribution --gold "$SHARED/gold/world-A.attributions.jsonl"
echo; echo "== world-A, the 27 texts whose event is not in B"
"$PYTHON" -m evals attribution --gold "$WORK/world-A27.jsonl"
echo; echo "== confidence on world-A"
"$PYTHON" -m evals confidence --gold "$SHARED/gold/world-A.attributions.jsonl"
echo; echo "== story-dev, claims"
"$PYTHON" -m evals attribution --claims --gold "$SHARED/gold/story-dev.attributions.jsonl" --texts "$SHARED/gold/story-dev.texts.jsonl"
echo; echo "== quotation snippets"
"$PYTHON" -m evals attribution --gold tests/data/quotes/gold.jsonl
echo; echo "== meaning, 16 articles of PolNeAR train"
"$PYTHON" -m evals semantics --gold "$SHARED/gold/polnear-train.semantics.jsonl" --texts "$WORK/polnear-train-texts.jsonl" --coreference "$SHARED/gold/polnear-train.coreference.jsonl" --errors "$WORK/errors-polnear-train.jsonl"
cat "$SHARED/gold/polnear-train.semantics.jsonl" "$SHARED/gold/story-dev.attributions.jsonl" > "$WORK/development.jsonl"
echo; echo "== meaning, both development sets"
"$PYTHON" -m evals semantics --gold "$WORK/development.jsonl" --texts "$WORK/polnear-train-texts.jsonl" "$SHARED/gold/story-dev.texts.jsonl"
echo; echo "== meaning, world-A"
"$PYTHON" -m evals semantics --gold "$SHARED/gold/world-A.attributions.jsonl" --errors "$WORK/errors-world-A.jsonl"
echo; echo "== meaning, world-A, the 27 texts whose event is not in B"
"$PYTHON" -m evals semantics --gold "$WORK/world-A27.jsonl"
echo; echo "== meaning, story-dev"
"$PYTHON" -m evals semantics --gold "$SHARED/gold/story-dev.attributions.jsonl" --texts "$SHARED/gold/story-dev.texts.jsonl" --errors "$WORK/errors-story-dev.jsonl"
echo; echo "== times on MEANTIME"
"$PYTHON" -m evals times --meantime "$SHARED/corpora/meantime_en/data/meantime_newsreader_english_oct15"
echo; echo "== quantities on MEANTIME"
"$PYTHON" -m evals quantities --meantime "$SHARED/corpora/meantime_en/data/meantime_newsreader_english_oct15"
echo; echo "== copies on ECB+"
"$PYTHON" -m evals copies --texts "$SHARED/corpora/ecbplus_text/ecbplus.jsonl"
echo; echo "== saved news pages"
"$PYTHON" -m evals pages --pages "$SHARED/corpora/readability_news_pages/test/test-pages"
STORY=(--claims "$SHARED/gold/story-dev.attributions.jsonl" --texts "$SHARED/gold/story-dev.texts.jsonl")
echo; echo "== relations on story-dev"
"$PYTHON" -m evals relations "${STORY[@]}" --pairs "$SHARED/gold/story-dev.relations.jsonl"
echo; echo "== questions on story-dev"
"$PYTHON" -m evals questions "${STORY[@]}" --questions "$SHARED/gold/story-dev.questions.json"
echo; echo "== pairs worth comparing on story-dev"
"$PYTHON" -m evals pairs "${STORY[@]}" --pairs "$SHARED/gold/story-dev.relations.jsonl"
