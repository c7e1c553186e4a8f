#!/usr/bin/env python3
"""PyTorch's side of SpeedBenchmark, which starts it: see CONTRIBUTING.md.

Reads commands from standard input, a line each, and answers each with a line:

    steps EMBEDDING HIDDEN BATCH PARTS SECONDS    training steps a second
    tutorial SEED                                 seconds and steps to 100 %

PARTS is "plain", or words joined by "+": "bidirectional", "headN" for a hidden layer of N
units and the skip connection, "attentionK" for K heads of attention, "feedback",
"productsL" for L hidden layers of products, "norm" for these normalised.
"""

import re
import sys
import time

import torch
from torch import nn

SYMBOLS = 27
LENGTH = 32
SHIFT = 13


class Attention(nn.Module):
    """By place: among the first LENGTH positions and half as many to either side."""

    def __init__(self, hidden, heads, feedback):
        super().__init__()
        self.heads = heads
        self.side = LENGTH // 2
        self.near = self.side + 1 if feedback else 2 * self.side + 1
        self.scores = nn.Linear(hidden, heads * (LENGTH + self.near))
        position = torch.arange(LENGTH).view(-1, 1)
        place = torch.cat([torch.arange(LENGTH).expand(LENGTH, -1),
                           position - self.side + torch.arange(self.near)], 1)
        known = (place >= 0) & (place < (position + 1 if feedback else LENGTH))
        self.mask = torch.where(known, 0.0, -1e9).view(LENGTH, 1, 1, -1)
        self.places = place.clamp(0, LENGTH - 1).view(LENGTH, 1, 1, -1)

    def forward(self, hidden, values):  # (T, N, H), (T, N, F)
        batch = hidden.shape[1]
        scores = self.scores(hidden).view(LENGTH, batch, self.heads, -1)
        weights = (4 * torch.tanh(scores / 4) + self.mask).softmax(-1)
        whole = torch.zeros(LENGTH, batch, self.heads, LENGTH)
        whole = whole.scatter_add(3, self.places.expand_as(weights), weights)
        whole = whole.permute(1, 0, 2, 3).reshape(batch, LENGTH * self.heads, LENGTH)
        found = torch.bmm(whole, values.transpose(0, 1))  # (N, T·K, F)
        return found.view(batch, LENGTH, -1).transpose(0, 1)


class Network(nn.Module):
    def __init__(self, embedding, hidden, parts="plain"):
        super().__init__()

        def number(name):
            found = re.search(name + r"(\d+)", parts)
            return int(found[1]) if found else 0

        bidirectional = "bidirectional" in parts
        heads, head, self.products = number("attention"), number("head"), number("products")
        self.norm = "norm" in parts
        self.embedding = nn.Embedding(SYMBOLS, embedding)
        self.feedback = None
        if "feedback" in parts:
            self.feedback = nn.Embedding(SYMBOLS + 1, embedding, padding_idx=SYMBOLS)
        size = 2 * embedding if self.feedback else embedding
        self.lstm = nn.LSTM(size, hidden, bidirectional=bidirectional)
        width = hidden * (2 if bidirectional else 1)
        self.attention = Attention(width, heads, self.feedback) if heads else None
        self.skip = head > 0
        width += (embedding if self.skip else 0) + heads * size
        self.head = nn.ModuleList()
        for _ in range(max(1, self.products) if head else 0):
            self.head.append(nn.Linear(width, 2 * head if self.products else head))
            width = head
        self.linear = nn.Linear(width, SYMBOLS)

    def forward(self, symbols, previous=None):  # (T, N)
        embedded = self.embedding(symbols)
        values = torch.cat([embedded, self.feedback(previous)], 2) if self.feedback else embedded
        hidden = self.lstm(values)[0]
        parts = [hidden]
        if self.skip:
            parts.append(embedded)
        if self.attention:
            parts.append(self.attention(hidden, values))
        x = torch.cat(parts, 2) if len(parts) > 1 else hidden
        for layer in self.head:
            if self.products:
                one, other = layer(x).chunk(2, 2)
                x = one * other
            else:
                x = layer(x).relu()
            if self.norm:
                x = x / (x.square().mean(2, keepdim=True) + 1e-5).sqrt()
        return self.linear(x)


class Trainer:
    """Does what NetworkTrainer.step does, by torch's own means."""

    def __init__(self, embedding, hidden, batch, parts, optimizer):
        self.batch = batch
        self.network = Network(embedding, hidden, parts)
        self.nothing = torch.full((1, batch), SYMBOLS)
        self.parameters = list(self.network.parameters())
        self.adam = torch.optim.Adam(self.parameters, 0.001, **optimizer)
        self.criterion = nn.CrossEntropyLoss()

    def step(self):
        plaintexts = torch.randint(SYMBOLS, (LENGTH, self.batch))
        ciphertexts = (plaintexts + SHIFT) % SYMBOLS
        previous = torch.cat([self.nothing, plaintexts[:-1]]) if self.network.feedback else None
        self.adam.zero_grad()
        loss = self.criterion(self.network(ciphertexts, previous).view(-1, SYMBOLS), plaintexts.view(-1))
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


def steps(embedding, hidden, batch, parts, seconds):
    """The first call with some sizes takes, of Adam's ways to compute, the fastest."""
    key = embedding, hidden, batch, parts
    if key not in trainers:
        candidates = [Trainer(*key, way) for way in ({"foreach": False}, {"foreach": True}, {"fused": True})]
        for candidate in candidates:
            candidate.steps_a_second(seconds / 10)
        trainers[key] = max(candidates, key=lambda candidate: candidate.steps_a_second(seconds / 4))
    return f"{trainers[key].steps_a_second(seconds):.2f}"


def tutorial(seed):
    """A message a step, 128 steps an epoch, until 128 fresh messages are all right."""
    torch.manual_seed(seed)
    network = Network(5, 10)
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
            embedding, hidden, batch = map(int, arguments[:3])
            print(steps(embedding, hidden, batch, arguments[3], float(arguments[4])), flush=True)
        else:
            print(tutorial(int(arguments[0])), flush=True)


if __name__ == "__main__":
    main()
