#!/usr/bin/env python3
"""PyTorch's side of SpeedBenchmark, which starts it: see CONTRIBUTING.md.

Reads commands from standard input, a line each, and answers each with a line:

    steps EMBEDDING HIDDEN BATCH BIDIRECTIONAL SECONDS    training steps a second
    tutorial SEED                                         seconds and steps to 100 %
"""

import sys
import time

import torch
from torch import nn

SYMBOLS = 27
LENGTH = 32
SHIFT = 13


class Network(nn.Module):
    def __init__(self, embedding, hidden, bidirectional):
        super().__init__()
        self.embedding = nn.Embedding(SYMBOLS, embedding)
        self.lstm = nn.LSTM(embedding, hidden, bidirectional=bidirectional)
        self.linear = nn.Linear(hidden * (2 if bidirectional else 1), SYMBOLS)

    def forward(self, symbols):  # (T, N)
        return self.linear(self.lstm(self.embedding(symbols))[0])


class Trainer:
    """Does what NetworkTrainer.step does, by torch's own means."""

    def __init__(self, embedding, hidden, batch, bidirectional, optimizer):
        self.batch = batch
        self.network = Network(embedding, hidden, bidirectional)
        self.parameters = list(self.network.parameters())
        self.adam = torch.optim.Adam(self.parameters, 0.001, **optimizer)
        self.criterion = nn.CrossEntropyLoss()

    def step(self):
        plaintexts = torch.randint(SYMBOLS, (LENGTH, self.batch))
        ciphertexts = (plaintexts + SHIFT) % SYMBOLS
        self.adam.zero_grad()
        loss = self.criterion(self.network(ciphertexts).view(-1, SYMBOLS), plaintexts.view(-1))
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.adam.step()
        return loss.item()

    def steps_a_second(self, seconds):
        start = time.perf_counter()
        steps = 0
        while time.perf_counter() - start < seconds:
            self.step()
            steps += 1
        return steps / (time.perf_counter() - start)


trainers = {}


def steps(embedding, hidden, batch, bidirectional, seconds):
    """The first call with some sizes takes, of Adam's ways to compute, the fastest."""
    key = embedding, hidden, batch, bidirectional
    if key not in trainers:
        candidates = [Trainer(*key, way) for way in ({"foreach": False}, {"foreach": True}, {"fused": True})]
        for candidate in candidates:
            candidate.steps_a_second(seconds / 10)
        trainers[key] = max(candidates, key=lambda candidate: candidate.steps_a_second(seconds / 4))
    return f"{trainers[key].steps_a_second(seconds):.2f}"


def tutorial(seed):
    """A message a step, 128 steps an epoch, until 128 fresh messages are all right."""
    torch.manual_seed(seed)
    network = Network(5, 10, False)
    adam = torch.optim.Adam(network.parameters(), 0.001)
    criterion = nn.CrossEntropyLoss()

    def message():
        plaintext = torch.randint(SYMBOLS, (LENGTH, 1))
        return (plaintext + SHIFT) % SYMBOLS, plaintext

    start = time.perf_counter()
    steps = 0
    while True:
        for _ in range(128):
            ciphertext, plaintext = message()
            adam.zero_grad()
            criterion(network(ciphertext).view(-1, SYMBOLS), plaintext.view(-1)).backward()
            adam.step()
            steps += 1
        with torch.no_grad():
            pairs = [message() for _ in range(128)]
            if all(torch.equal(network(ciphertext).argmax(2), plaintext) for ciphertext, plaintext in pairs):
                return f"{time.perf_counter() - start:.2f} {steps}"


def main():
    torch.set_num_threads(int(sys.argv[1]))
    print("torch", torch.__version__, flush=True)
    for line in sys.stdin:
        name, *arguments = line.split()
        if name == "steps":
            embedding, hidden, batch, bidirectional = map(int, arguments[:4])
            print(steps(embedding, hidden, batch, bool(bidirectional), float(arguments[4])), flush=True)
        else:
            print(tutorial(int(arguments[0])), flush=True)


if __name__ == "__main__":
    main()
