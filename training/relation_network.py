"""The network that compares two claims: an encoder of both at once, and linear layers on how they differ."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from counterclaim.link.relations.view import Gap, Outlook, Part, Side, Stand
from training.network import Encoder

FEATURES = (len(Part), len(Gap), len(Side), len(Stand), len(Outlook))
RELATIONS, INFERENCES = 5, 3  # labels of training.relations


class RelationNetwork(nn.Module):
    """Views to logits of the relation and of natural language inference, which is learned along."""

    def __init__(self, size: int = 384, layers: int = 6, dropout: float = 0.15) -> None:
        super().__init__()
        self.encoder = Encoder(size=size, layers=layers, features=FEATURES)
        self.hidden = nn.Linear(5 * size, size)
        self.dropout = nn.Dropout(dropout)
        self.relation = nn.Linear(size, RELATIONS)
        self.inference = nn.Linear(size, INFERENCES)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """(B, T), (B, T, 5) and a mask (B, T), True where a piece is, to (B, RELATIONS), (B, INFERENCES)."""
        added = None
        if mask is not None:
            added = torch.zeros(mask.shape).masked_fill_(~mask, -1e4)[:, None, None, :]
        x = self.encoder(pieces, features, added)
        part = features[..., 0]
        one, other = _mean(x, part == Part.CLAIM_ONE), _mean(x, part == Part.CLAIM_OTHER)
        pooled = torch.cat([x[:, 0], one, other, (one - other).abs(), one * other], dim=-1)
        hidden = self.dropout(nn.functional.gelu(self.hidden(self.dropout(pooled))))
        return self.relation(hidden), self.inference(hidden)


def _mean(x: Tensor, chosen: Tensor) -> Tensor:
    weight = chosen.unsqueeze(-1).to(x.dtype)
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)
