"""The network of vectors, and claims as padded batches, which its teacher sees the same way."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.read.vectors import Pieces, Shares
from training.network import Encoder
from training.relation_network import to_scores
from training.teacher_network import SIZE, MPNet

Array = npt.NDArray[np.float32]
Claim = tuple[Pieces, Shares]  # as `counterclaim.read.vectors.seen` gives it

WEIGHTS, TEACHER_WEIGHTS = "vectors.safetensors", "question_teacher.safetensors"
STUDENT_SIZE = 384
BATCH = 32  # claims whose vectors are taken at once


class Pooling(nn.Module):
    """What has an encoder and takes the mean of its states; with `bf16` the encoder alone is less precise."""

    encoder: nn.Module

    def __init__(self, *, bf16: bool) -> None:
        super().__init__()
        self.bf16 = bf16

    def pooled(self, pieces: Tensor, shares: Tensor, mask: Tensor | None) -> Tensor:
        """Pieces (B, T), what each counts (B, T), and what the encoder takes for a mask, to (B, D)."""
        nothing = torch.zeros(*pieces.shape, 0, dtype=torch.long)  # these encoders have no features
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.bf16):
            states = self.encoder(pieces, nothing, mask)
        return (states.float() * shares.unsqueeze(-1)).sum(1)


class VectorNetwork(Pooling):
    """MiniLM under one linear map to the space of its teacher."""

    encoder: Encoder

    def __init__(self, *, bf16: bool = False) -> None:
        super().__init__(bf16=bf16)
        self.encoder = Encoder(size=STUDENT_SIZE, features=())
        self.head = nn.Linear(STUDENT_SIZE, SIZE)

    def forward(self, pieces: Tensor, shares: Tensor, mask: Tensor | None) -> Tensor:
        """(B, T), (B, T) and a mask (B, T), True where a piece is, to vectors of any length (B, SIZE)."""
        return self.head(self.pooled(pieces, shares, None if mask is None else to_scores(mask)))


class QuestionTeacher(Pooling):
    """MPNet, which learns to put claims near each other that answer one question."""

    encoder: MPNet

    def __init__(self, *, bf16: bool = False) -> None:
        super().__init__(bf16=bf16)
        self.encoder = MPNet(features=())
        self.scale = nn.Parameter(torch.tensor(10.0))
        self.bias = nn.Parameter(torch.tensor(-4.0))

    def logits(self, cosines: Tensor) -> Tensor:
        """How likely claims answer one question, by the cosines of their vectors."""
        return self.scale * cosines + self.bias

    def forward(self, pieces: Tensor, shares: Tensor, mask: Tensor) -> Tensor:
        """(B, T), (B, T) and a mask (B, T), True where a piece is, to vectors of any length (B, SIZE)."""
        return self.pooled(pieces, shares, mask)


def padded(claims: Sequence[Claim]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces (B, T), what each counts in the mean (B, T), mask (B, T)."""
    longest = max(len(pieces) for pieces, _ in claims)
    pieces = np.zeros((len(claims), longest), np.int64)
    shares = np.zeros((len(claims), longest), np.float32)
    mask = np.zeros((len(claims), longest), np.bool_)
    for row, (own, counts) in enumerate(claims):
        size = len(own)
        pieces[row, :size], shares[row, :size], mask[row, :size] = own, counts, True
    return torch.from_numpy(pieces), torch.from_numpy(shares), torch.from_numpy(mask)


def vectors_of(network: VectorNetwork | QuestionTeacher, claims: Sequence[Claim]) -> Array:
    """Unit vectors of claims, in their order."""
    found = np.zeros((len(claims), SIZE), np.float32)
    network.eval()
    with torch.inference_mode():
        for rows in of_like_length(claims, BATCH):
            vectors = network(*padded([claims[row] for row in rows]))
            found[rows] = functional.normalize(vectors, dim=-1).numpy()
    network.train()
    return found


def of_like_length(claims: Sequence[Claim], count: int, rng: random.Random | None = None) -> list[list[int]]:
    """The numbers of claims, so many of like length together; shuffled if there is an rng."""
    jitter = rng.random if rng else lambda: 0.0
    order = sorted(range(len(claims)), key=lambda row: len(claims[row][0]) + 12 * jitter())
    groups = [order[start : start + count] for start in range(0, len(order), count)]
    if rng:
        rng.shuffle(groups)
    return groups
