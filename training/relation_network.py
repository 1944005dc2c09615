"""The network that compares two claims: an encoder of both at once, and linear layers on how they differ."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from counterclaim.link.relations.view import Gap, Outlook, Part, Side, Stand
from training.network import Encoder

FEATURES = (len(Part), len(Gap), len(Side), len(Stand), len(Outlook))
RELATIONS, INFERENCES = 5, 3  # labels of training.relations


class PairNetwork(nn.Module):
    """Linear layers on how two claims differ, over an encoder of views."""

    def __init__(self, encoder: nn.Module, size: int, dropout: float) -> None:
        super().__init__()
        self.encoder = encoder
        self.hidden = nn.Linear(5 * size, size)
        self.dropout = nn.Dropout(dropout)
        self.relation = nn.Linear(size, RELATIONS)
        self.inference = nn.Linear(size, INFERENCES)

    def compared(self, x: Tensor, part: Tensor) -> tuple[Tensor, Tensor]:
        """Encoded pieces (B, T, D) and their parts (B, T) to (B, RELATIONS), (B, INFERENCES)."""
        one, other = _mean(x, part == Part.CLAIM_ONE), _mean(x, part == Part.CLAIM_OTHER)
        pooled = torch.cat([x[:, 0], one, other, (one - other).abs(), one * other], dim=-1)
        hidden = self.dropout(nn.functional.gelu(self.hidden(self.dropout(pooled))))
        return self.relation(hidden), self.inference(hidden)


class RelationNetwork(PairNetwork):
    """Views to logits of the relation and of natural language inference, which is learned along."""

    encoder: Encoder

    def __init__(self, size: int = 384, layers: int = 6, dropout: float = 0.15) -> None:
        super().__init__(Encoder(size=size, layers=layers, features=FEATURES), size, dropout)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """(B, T), (B, T, 5) and a mask (B, T), True where a piece is, to (B, RELATIONS), (B, INFERENCES)."""
        x = self.encoder(pieces, features, None if mask is None else to_scores(mask))
        return self.compared(x, features[..., 0])


def to_scores(mask: Tensor) -> Tensor:
    """A mask (B, T) as what is added to scores of attention, (B, 1, 1, T)."""
    return torch.zeros(mask.shape).masked_fill_(~mask, -1e4)[:, None, None, :]


def _mean(x: Tensor, chosen: Tensor) -> Tensor:
    weight = chosen.unsqueeze(-1).to(x.dtype)
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)
