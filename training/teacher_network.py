"""The teacher of relations: MPNet, five times as large as what ships, under the same linear layers."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from counterclaim.link.relations.view import CLS, SEP
from training.network import EncoderLayer, layer_weights
from training.relation_network import FEATURES, PairNetwork, to_scores

BASE_WEIGHTS = "model.safetensors"
BASE_SHA256 = "78c0197b"  # beginning of the digest of the base weights
WEIGHTS = "teacher.safetensors"
SIZE, HEADS, INNER, LAYERS = 768, 12, 3072, 12
VOCABULARY, POSITIONS, EPS = 30527, 514, 1e-5
FROZEN = 4  # layers that stay as they are; features come in above them
START, PADDING, END = 0, 1, 2  # pieces of MPNet where BERT has [CLS], [PAD] and [SEP]
SHIFT = 4  # by so much the other pieces of MPNet's vocabulary lie behind those of BERT's
FIRST_POSITION = 2
BUCKETS, EXACT, FARTHEST = 32, 8, 128  # of distances; those below EXACT have a bucket each
PARTS = {
    "out": "attention.attn.o",
    "norm_attention": "attention.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm_output": "output.LayerNorm",
}


class MPNet(nn.Module):
    """Word pieces and features to vectors, attention being drawn by distance."""

    def __init__(self, features: tuple[int, ...] = FEATURES) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, SIZE)
        self.position = nn.Embedding(POSITIONS, SIZE)
        self.features = nn.ModuleList(nn.Embedding(count, SIZE) for count in features)
        for embedding in self.features:
            nn.init.zeros_(embedding.weight)
        self.norm = nn.LayerNorm(SIZE, eps=EPS)
        self.bias = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(EncoderLayer(SIZE, HEADS, INNER, eps=EPS) for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """BERT's ids (B, T), features (B, T, 5) and a mask (B, T) to (B, T, SIZE)."""
        length = pieces.shape[1]
        positions = torch.arange(FIRST_POSITION, FIRST_POSITION + length)
        x = self.dropout(self.norm(self.word(to_mpnet(pieces, mask)) + self.position(positions)))
        scores = self.bias(buckets(length)).permute(2, 0, 1) + to_scores(mask)
        for number, layer in enumerate(self.layers):
            if number == FROZEN:
                for index, embedding in enumerate(self.features):
                    x = x + embedding(features[..., index])
            x = layer(x, scores)
        return x

    def freeze(self) -> None:
        """Keep the lowest layers, and the embeddings of the base, from learning."""
        for module in (self.word, self.position, self.bias, self.norm, *self.layers[:FROZEN]):
            module.requires_grad_(requires_grad=False)


class Teacher(PairNetwork):
    """Views to logits of the relation and of inference, as `RelationNetwork` has them."""

    encoder: MPNet

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__(MPNet(), SIZE, dropout)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(B, T), (B, T, 5) and a mask (B, T), True where a piece is, to (B, RELATIONS), (B, INFERENCES)."""
        return self.compared(self.encoder(pieces, features, mask), features[..., 0])


def to_mpnet(pieces: Tensor, mask: Tensor) -> Tensor:
    """The ids of MPNet for those of BERT."""
    ids = (pieces + SHIFT).masked_fill(pieces == CLS, START).masked_fill(pieces == SEP, END)
    return ids.masked_fill(~mask, PADDING)


def buckets(length: int) -> Tensor:
    """(T, T) buckets of distances, rows the piece that looks; those ahead have the upper half."""
    at = torch.arange(length)
    behind = at[:, None] - at[None, :]
    half, away = BUCKETS // 2, behind.abs()
    scale = torch.log(away.float().clamp(min=1) / EXACT) / math.log(FARTHEST / EXACT)
    far = (EXACT + (scale * (half - EXACT)).long()).clamp(max=half - 1)
    return (behind < 0).long() * half + torch.where(away < EXACT, away, far)


def load_mpnet(encoder: MPNet, folder: Path) -> None:
    """Fill the encoder with the pinned base weights of all-mpnet-base-v2."""
    path = folder / BASE_WEIGHTS
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if not digest.startswith(BASE_SHA256):
        raise SystemExit(f"{path} has sha256 {digest}, not {BASE_SHA256}...: these are other weights")
    names = {name.removeprefix("mpnet."): tensor for name, tensor in load_file(path).items()}
    own = encoder.state_dict()
    own["word.weight"] = names["embeddings.word_embeddings.weight"]
    own["position.weight"] = names["embeddings.position_embeddings.weight"]
    own["norm.weight"] = names["embeddings.LayerNorm.weight"]
    own["norm.bias"] = names["embeddings.LayerNorm.bias"]
    own["bias.weight"] = names["encoder.relative_attention_bias.weight"]
    for index in range(len(encoder.layers)):
        own |= layer_weights(names, index, PARTS, [f"attention.attn.{part}" for part in "qkv"])
    encoder.load_state_dict(own)
