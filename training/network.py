"""The reader's network: an encoder of word pieces, and a head that reads one cue at a time.

The encoder is MiniLM (BERT, 6 layers of 384) with three feature embeddings
added to the input.  Each word may begin a cue ("anchor").  For every anchor a
small transformer looks at the words around it and says which are its source,
its cue and its content, as semantic role labellers do for predicates.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.read.tagger import LEFT_WORDS, RIGHT_WORDS, SENTENCES_AHEAD, SENTENCES_BACK
from counterclaim.read.words import Break, Case, Place

FEATURES = (len(Case), len(Place), len(Break))
HEAD = 128
HEAD_LAYERS = 2
HEAD_HEADS = 4
ROLES = 4
ANCHORS = 3


class EncoderLayer(nn.Module):
    """One BERT layer, post-norm."""

    def __init__(
        self, size: int = 384, heads: int = 12, inner: int = 1536, dropout: float = 0.1, eps: float = 1e-12
    ) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm_attention = nn.LayerNorm(size, eps=eps)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)
        self.norm_output = nn.LayerNorm(size, eps=eps)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(B, T, D) and a mask to add to the attention scores."""
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = self.out(attended.transpose(1, 2).reshape(b, t, d))
        x = self.norm_attention(x + functional.dropout(attended, self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm_output(x + functional.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Word pieces and features to vectors."""

    def __init__(
        self,
        vocabulary: int = 30522,
        positions: int = 512,
        size: int = 384,
        layers: int = 6,
        features: tuple[int, ...] = FEATURES,
    ) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, size)
        self.position = nn.Embedding(positions, size)
        self.kind = nn.Parameter(torch.zeros(size))
        self.features = nn.ModuleList(nn.Embedding(count, size) for count in features)
        for embedding in self.features:
            nn.init.zeros_(embedding.weight)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(EncoderLayer(size) for _ in range(layers))
        self.dropout = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """(B, T) ids and (B, T, 3) features to (B, T, D)."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.position(positions) + self.kind
        for index, embedding in enumerate(self.features):
            x = x + embedding(features[..., index])
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class WordHead(nn.Module):
    """What is said of words before any cue is chosen."""

    def __init__(self, size: int = 384) -> None:
        super().__init__()
        self.hidden = nn.Linear(size, 192)
        self.anchor = nn.Linear(192, ANCHORS)
        self.role = nn.Linear(192, ROLES - 1)
        self.as_anchor = nn.Linear(size, HEAD)
        self.as_word = nn.Linear(size, HEAD)
        self.as_match = nn.Linear(size, HEAD)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """(..., D) to anchor and role logits and three views of HEAD values."""
        hidden = functional.gelu(self.hidden(x))
        return self.anchor(hidden), self.role(hidden), self.as_anchor(x), self.as_word(x), self.as_match(x)


class CueHead(nn.Module):
    """Roles of the words around one cue."""

    def __init__(self) -> None:
        super().__init__()
        self.offset = nn.Embedding(LEFT_WORDS + RIGHT_WORDS, HEAD)
        self.sentence = nn.Embedding(SENTENCES_BACK + SENTENCES_AHEAD + 1, HEAD)
        nn.init.normal_(self.offset.weight, std=0.02)
        nn.init.normal_(self.sentence.weight, std=0.02)
        self.norm = nn.LayerNorm(HEAD)
        self.layers = nn.ModuleList(
            EncoderLayer(HEAD, HEAD_HEADS, 2 * HEAD, dropout=0.1) for _ in range(HEAD_LAYERS)
        )
        self.role = nn.Linear(HEAD, ROLES)

    def forward(
        self,
        anchor: Tensor,
        match: Tensor,
        words: Tensor,
        offset: Tensor,
        sentence: Tensor,
        mask: Tensor | None,
    ) -> Tensor:
        """Anchor (A, H), its match view (A, H), words (A, L, H), indices (A, L) to logits (A, L, ROLES)."""
        x = words + anchor.unsqueeze(1) + words * match.unsqueeze(1) / math.sqrt(HEAD)
        x = self.norm(functional.gelu(x + self.offset(offset) + self.sentence(sentence)))
        for layer in self.layers:
            x = layer(x, mask)
        return self.role(x)


@dataclass
class Batch:
    """Padded windows; `view_*` describe the stretch of words around each anchor."""

    pieces: Tensor  # (B, T)
    features: Tensor  # (B, T, 3)
    piece_mask: Tensor  # (B, T) bool
    first_piece: Tensor  # (B, W)
    word_mask: Tensor  # (B, W) bool
    anchors: Tensor  # (B, W)
    any_role: Tensor  # (B, W, 3)
    cue_row: Tensor  # (A,) window of each cue
    cue_word: Tensor  # (A,)
    view_word: Tensor  # (A, L) word index in the window
    view_mask: Tensor  # (A, L) bool
    view_offset: Tensor  # (A, L)
    view_sentence: Tensor  # (A, L)
    view_role: Tensor  # (A, L)


class Reader(nn.Module):
    """The whole network."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.words = WordHead()
        self.cue = CueHead()

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Anchor logits (B, W, 3), role logits (B, W, 3), logits by cue (A, L, 4)."""
        mask = torch.zeros(batch.piece_mask.shape, dtype=torch.float32).masked_fill_(~batch.piece_mask, -1e4)
        x = self.encoder(batch.pieces, batch.features, mask[:, None, None, :])
        x = torch.gather(x, 1, batch.first_piece.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
        anchors, roles, as_anchor, as_word, as_match = self.words(x)
        view_mask = torch.zeros(batch.view_mask.shape, dtype=torch.float32).masked_fill_(
            ~batch.view_mask, -1e4
        )
        by_cue = self.cue(
            as_anchor[batch.cue_row, batch.cue_word],
            as_match[batch.cue_row, batch.cue_word],
            as_word[batch.cue_row.unsqueeze(1), batch.view_word],
            batch.view_offset,
            batch.view_sentence,
            view_mask[:, None, None, :],
        )
        return anchors, roles, by_cue


def load_minilm(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Fill the encoder from the tensors of all-MiniLM-L6-v2."""
    names = {name.removeprefix("bert."): tensor for name, tensor in weights.items()}
    own = encoder.state_dict()
    own["word.weight"] = names["embeddings.word_embeddings.weight"]
    own["position.weight"] = names["embeddings.position_embeddings.weight"]
    own["kind"] = names["embeddings.token_type_embeddings.weight"][0]
    own["norm.weight"] = names["embeddings.LayerNorm.weight"]
    own["norm.bias"] = names["embeddings.LayerNorm.bias"]
    parts = {
        "out": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_output": "output.LayerNorm",
    }
    for index in range(len(encoder.layers)):
        own |= layer_weights(names, index, parts, [f"attention.self.{x}" for x in ("query", "key", "value")])
    encoder.load_state_dict(own)


def layer_weights(
    names: dict[str, Tensor], index: int, parts: dict[str, str], attention: Sequence[str]
) -> dict[str, Tensor]:
    """Weights of one layer by our names, from those of published ones; query, key and value become one."""
    theirs, found = f"encoder.layer.{index}.", {}
    for kind in ("weight", "bias"):
        found[f"layers.{index}.qkv.{kind}"] = torch.cat(
            [names[f"{theirs}{part}.{kind}"] for part in attention]
        )
        for ours, part in parts.items():
            found[f"layers.{index}.{ours}.{kind}"] = names[f"{theirs}{part}.{kind}"]
    return found
