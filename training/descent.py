"""How the networks of vectors learn: AdamW, at rates that rise and fall in straight lines."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from training.clock import Clock

Batch = TypeVar("Batch")
REPORT = 50  # steps between lines of the log


class Descent:
    """An encoder that learns at one rate, and what stands on it, which learns at another.

    Rates follow the steps; where a budget of seconds would be spent before all are made, the clock.
    """

    def __init__(
        self, encoder: nn.Module, above: Sequence[nn.Parameter], steps: int, args: argparse.Namespace
    ) -> None:
        self._encoder = [one for one in encoder.parameters() if one.requires_grad]
        groups = [
            {"params": self._encoder, "peak": args.rate},
            {"params": list(above), "peak": args.head_rate},
        ]
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.clock = Clock(steps, args.budget)
        self._warmup = max(1.0, args.warmup * steps)

    def _share(self) -> float:
        """Share of the peak rate."""
        step, steps = self.clock.step, self.clock.steps
        if step < self._warmup:  # until then the steps count alone
            return (step + 1) / self._warmup * (1 - step / steps)
        return max(0.0, 1 - max(step / steps, self.clock.spent))

    def step(self, loss: Tensor) -> None:
        """Go one step down; the encoder's gradients alone are clipped."""
        share = self._share()
        for group in self._optimizer.param_groups:
            group["lr"] = share * group["peak"]
        self._optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._encoder, 1.0)
        self._optimizer.step()
        self.clock.step += 1


def fit(
    descent: Descent,
    epochs: Sequence[Sequence[Batch]],
    loss_of: Callable[[Batch], Tensor],
    ended: Callable[[], str],
) -> None:
    """Learn from all batches in turn; print losses, and after each epoch what `ended` then tells."""
    for number, batches in enumerate(epochs):
        losses: list[float] = []
        for batch in batches:
            if descent.clock.done:
                break
            loss = loss_of(batch)
            descent.step(loss)
            losses.append(loss.item())
            if len(losses) % REPORT == 0:
                mean = np.mean(losses[-REPORT:])
                print(f"  {len(losses)}/{len(batches)} {mean:.3f} {descent.clock.seconds:.0f} s", flush=True)
        print(f"epoch {number} loss {np.mean(losses):.3f} {descent.clock.seconds:.0f} s", flush=True)
        print("  ", ended(), flush=True)
        if descent.clock.done:
            break


def options(description: str) -> argparse.ArgumentParser:
    """What the command lines of both networks have in common."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--rate", type=float, help="of the encoder")
    parser.add_argument("--head-rate", type=float, help="of what stands on the encoder")
    parser.add_argument("--warmup", type=float, help="share of the steps in which rates rise")
    parser.add_argument(
        "--budget", type=float, help="seconds to train at most (default: as long as it takes)"
    )
    parser.add_argument("--seed", type=int)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="mixed precision, for processors that have it")
    return parser


def save(network: nn.Module, args: argparse.Namespace, name: str) -> None:
    """Write the weights, and beside them how they were made."""
    args.output.mkdir(parents=True, exist_ok=True)
    save_file(network.state_dict(), args.output / name)
    record = {key: str(value) for key, value in vars(args).items()}
    (args.output / "state.json").write_text(json.dumps(record, indent=2) + "\n")
