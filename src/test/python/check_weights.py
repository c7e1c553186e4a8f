"""Holds the service's weights and answers against PyTorch's.

    python check_weights.py http://127.0.0.1:8080    checks a running service, both ways
    python check_weights.py --fixtures DIRECTORY     writes what WeightsHttpTests read

Needs torch, numpy and safetensors.
"""

import json
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

LATIN26 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LATIN27 = LATIN26 + "-"
DIGITS = "0123456789"
GREEK = "αβγδεζηθικλμ"

# name: (network, ciphertext's symbols, plaintext's symbols)
NETWORKS = {
    "plain": (dict(embedding=5, hidden=10), LATIN27, LATIN27),
    "bidirectional": (dict(embedding=6, hidden=8, layers=2, bidirectional=True), LATIN26, LATIN26),
    "feedback": (dict(embedding=7, hidden=12, headHidden=9, skip=True, feedback=True), DIGITS, GREEK),
    "head": (dict(embedding=4, hidden=70, layers=2, headHidden=16), LATIN26, LATIN26),
    "skip": (dict(embedding=8, hidden=8, bidirectional=True, skip=True), LATIN26, LATIN26),
}
FIXTURES = ("plain", "bidirectional", "feedback")
TOLERANCE = 1e-4


class Net(torch.nn.Module):
    """The network of the service, of nothing but PyTorch's own layers."""

    def __init__(self, ciphertext, plaintext, embedding, hidden, layers=1, bidirectional=False, headHidden=0,
                 skip=False, feedback=False, dropout=0.0):
        super().__init__()
        directions = 2 if bidirectional else 1
        self.embedding = torch.nn.Embedding(ciphertext, embedding)
        if feedback:
            self.feedback = torch.nn.Embedding(plaintext, embedding)
        self.lstm = torch.nn.LSTM(embedding * (2 if feedback else 1), hidden, layers, bidirectional=bidirectional)
        reads = directions * hidden + (embedding if skip else 0)
        if headHidden:
            self.head = torch.nn.Linear(reads, headHidden)
        self.linear = torch.nn.Linear(headHidden or reads, plaintext)
        self.parts = dict(skip=skip, head=headHidden > 0, feedback=feedback)

    def forward(self, symbols):
        """Probabilities (T, V) and the LSTM's output (T, D·H) for symbols (T)."""
        embedded = self.embedding(symbols)
        if not self.parts["feedback"]:
            hidden, _ = self.lstm(embedded)
            return torch.softmax(self.top(hidden, embedded), -1), hidden
        previous, state, probabilities, states = torch.zeros_like(embedded[0]), None, [], []
        for one in embedded:
            hidden, state = self.lstm(torch.cat([one, previous])[None], state)
            probabilities.append(torch.softmax(self.top(hidden, one[None]), -1)[0])
            states.append(hidden[0])
            previous = self.feedback(probabilities[-1].argmax())
        return torch.stack(probabilities), torch.stack(states)

    def top(self, hidden, embedded):
        x = torch.cat([hidden, embedded], -1) if self.parts["skip"] else hidden
        return self.linear(torch.relu(self.head(x)) if self.parts["head"] else x)


def drawn(name, seed):
    """A network with random weights, large enough for answers that differ."""
    config, ciphertext, plaintext = NETWORKS[name]
    torch.manual_seed(seed)
    net = Net(len(ciphertext), len(plaintext), **config)
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.mul_(2)
    return net.eval()


def texts(symbols):
    generator = torch.Generator().manual_seed(7)
    return ["".join(symbols[i] for i in torch.randint(len(symbols), (length,), generator=generator))
            for length in (1, 2, 17, 60)]


def answer(net, text, ciphertext):
    with torch.no_grad():
        return net(torch.tensor([ciphertext.index(c) for c in text]))


def fixtures(directory):
    for name in FIXTURES:
        config, ciphertext, plaintext = NETWORKS[name]
        net = drawn(name, 11)
        save_file(net.state_dict(), directory / (name + ".safetensors"))
        messages = []
        for text in texts(ciphertext)[:3]:
            probabilities, hidden = answer(net, text, ciphertext)
            messages.append({
                "ciphertext": text,
                "plaintext": "".join(plaintext[i] for i in probabilities.argmax(-1)),
                "probabilities": [[round(p, 7) for p in row] for row in probabilities.tolist()],
                "activations": [[round(h, 7) for h in row] for row in hidden.tolist()]})
        known = {"network": config, "ciphertext": ciphertext, "plaintext": plaintext, "messages": messages}
        (directory / (name + ".json")).write_text(json.dumps(known, ensure_ascii=False) + "\n", encoding="utf-8")


class Service:

    def __init__(self, address):
        self.address = address

    def call(self, method, path, body=None, content="application/json"):
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": content}, method=method)
        try:
            with urllib.request.urlopen(request) as response:
                return response.read()
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}") from None

    def json(self, method, path, body=None, content="application/json"):
        return json.loads(self.call(method, path, body, content))

    def train(self, model, network):
        job = self.json("POST", "/train", {
            "model": model, "data": {"cipher": {"type": "vigenere", "key": "LEMON"}, "messageLength": 20},
            "network": dict(dict(layers=1, bidirectional=False, headHidden=0, skip=False, feedback=False), **network),
            "training": {"maxEpochs": 2, "examplesPerEpoch": 2048, "seed": 3}})
        while job["state"] in ("QUEUED", "RUNNING"):
            time.sleep(0.2)
            job = self.json("GET", "/jobs/" + job["id"])
        assert job["state"] == "SUCCEEDED", job

    def upload(self, model, file, ciphertext, plaintext, metadata=False):
        query = ""
        if not metadata:
            query = "?" + urllib.parse.urlencode({
                "alphabet": json.dumps({"symbols": plaintext} | ({"foreign": "-"} if "-" in plaintext else {})),
                "ciphertext": json.dumps({"symbols": ciphertext} | ({"foreign": "-"} if "-" in ciphertext else {}))})
        return self.json("PUT", f"/models/{model}/weights{query}", file, "application/octet-stream")

    def weights(self, version):
        return self.call("GET", f"/models/{version['model']}/versions/{version['version']}/weights")

    def difference(self, version, net, ciphertext, plaintext):
        """The largest difference of a probability or hidden state; symbols have to be the same."""
        largest = 0.0
        for text in texts(ciphertext):
            probabilities, hidden = answer(net, text, ciphertext)
            given = self.json("POST", "/decrypt", {"text": text, "model": version["model"],
                                                   "version": version["version"], "alternatives": 255})
            assert given["text"] == "".join(plaintext[i] for i in probabilities.argmax(-1)), given["text"]
            for row, symbol in zip(probabilities.tolist(), given["symbols"], strict=True):
                seen = {symbol["plaintext"]: symbol["confidence"]}
                seen |= {other["plaintext"]: other["confidence"] for other in symbol["alternatives"]}
                assert len(seen) == len(plaintext)
                largest = max(largest, *(abs(p - seen[c]) for p, c in zip(row, plaintext, strict=True)))
            inside = self.json("GET", f"/models/{version['model']}/versions/{version['version']}/activations?"
                               + urllib.parse.urlencode({"text": text}))
            assert [inside["positions"], inside["units"]] == list(hidden.shape)
            largest = max(largest, (torch.tensor(inside["values"]) - hidden).abs().max().item())
        assert largest < TOLERANCE, largest
        return largest


def loaded(file):
    """A file of the service's, in layers of PyTorch."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "weights.safetensors"
        path.write_bytes(file)
        with safe_open(path, "pt") as opened:
            network = json.loads(opened.metadata()["network"])
        tensors = load_file(path)
    net = Net(len(tensors["embedding.weight"]), len(tensors["linear.weight"]), **network)
    net.load_state_dict(tensors, strict=True)
    return net.eval()


def check(service):
    for name, (config, ciphertext, plaintext) in NETWORKS.items():
        model = "check-" + name
        service.train(model, config)
        version = service.json("GET", "/models/" + model)
        exported = service.weights(version)
        trained = service.difference(version, loaded(exported), LATIN26, LATIN26)
        again = service.upload(model, exported, None, None, metadata=True)
        assert again["sha256"] == version["sha256"], "a file that was exported and imported is another"
        net = drawn(name, 5)
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "weights.safetensors"
            differences = []
            for dtype in (torch.float32, torch.float64, torch.float16, torch.bfloat16):
                save_file({key: value.to(dtype) for key, value in net.state_dict().items()}, path)
                rounded = drawn(name, 5)
                rounded.load_state_dict({k: v.to(dtype).to(torch.float32) for k, v in net.state_dict().items()})
                imported = service.upload(model, path.read_bytes(), ciphertext, plaintext)
                expected = dict(dict(layers=1, bidirectional=False, headHidden=0, skip=False, feedback=False,
                                     dropout=0.0), **config)
                assert expected.items() <= imported["network"].items(), imported["network"]
                differences.append(service.difference(imported, rounded, ciphertext, plaintext))
                differences.append(service.difference(imported, loaded(service.weights(imported)), ciphertext,
                                                      plaintext))
        service.call("DELETE", "/models/" + model)
        print(f"{name:15} trained and exported: {trained:.1e}   made here and imported: {max(differences):.1e}")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--fixtures":
        fixtures(Path(sys.argv[2]))
    elif len(sys.argv) == 2:
        check(Service(sys.argv[1].rstrip("/")))
    else:
        raise SystemExit(__doc__)
