"""The network that reads meaning: an encoder of views, and one linear layer a field."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from counterclaim.read.meaning.view import Part
from counterclaim.read.words import Case, Place
from training.meanings import CERTAINTIES, EVIDENCE, ORIENTATIONS, POLARITIES
from training.network import Encoder

FEATURES = (len(Case), len(Place), len(Part))
FIELDS = (len(POLARITIES), len(CERTAINTIES), len(ORIENTATIONS), len(EVIDENCE))


class MeaningNetwork(nn.Module):
    """Views to logits of all fields."""

    def __init__(self, size: int = 384, layers: int = 6, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(size=size, layers=layers, features=FEATURES)
        self.hidden = nn.Linear(3 * size, size)
        self.dropout = nn.Dropout(dropout)
        self.fields = nn.ModuleList(nn.Linear(size, count) for count in FIELDS)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> list[Tensor]:
        """(B, T), (B, T, 3) and a mask (B, T), True where a piece is, to logits (B, labels) a field."""
        added = None
        if mask is not None:
            added = torch.zeros(mask.shape).masked_fill_(~mask, -1e4)[:, None, None, :]
        x = self.encoder(pieces, features, added)
        part = features[..., 2]
        pooled = torch.cat([x[:, 0], _mean(x, part == Part.CLAIM), _mean(x, part == Part.CUE)], dim=-1)
        hidden = self.dropout(nn.functional.gelu(self.hidden(self.dropout(pooled))))
        return [field(hidden) for field in self.fields]


def _mean(x: Tensor, chosen: Tensor) -> Tensor:
    weight = chosen.unsqueeze(-1).to(x.dtype)
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)
