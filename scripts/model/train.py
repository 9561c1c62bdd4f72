#!/usr/bin/env python3
"""Trains the language model that advises the ranker: one gated recurrent layer over characters.

    /usr/bin/python3 scripts/model/train.py --text DIR --tune DIR --out model.pt (--minutes N | --characters N)
                     [--from model.pt] [--units 384] [--repeat speeches=5,party-essays=2.5,newspaper=1.5,broadcast=0.6] [--threads 1]

DIR of --text holds the .jsonl files that `node scripts/model/text.mjs` writes; --tune those of `npm run hold-out`, which are
never learned from: the perplexity printed is theirs. --from goes on from what an earlier run learned, with its alphabet and
units; the rate begins as in a first run, so such a run should be the longer one. Needs PyTorch (Debian: python3-torch) and numpy, nothing else. The
derivatives are written out, for a graph of 64 steps costs more than the steps. The matrices are multiplied as bfloat16 and
added up as float32; the weights are float32.

The model (see src/engine/model/): embedding e of 192 numbers, state h;
    r, z = sigmoid(Wx e + Wh h + b)     n = tanh(Wx e + b + r (Wh h + c))     h' = n + z (h - n)
    logit of a character = its embedding . (Wp h') + its bias
A penalty on the square of log Z, the logarithm of the sum over all characters, keeps it near 0: so a logit is a log
probability, and a reader needs no sum over the whole vocabulary.
"""
import argparse
import json
import math
import os
import time

import numpy as np
import torch

EMBEDDING = 192
VOCABULARY = 3904
LANES = STEPS = 64
LEARNING_RATE, WARM_UP, FLOOR = 2e-3, 200, 0.01
PENALTY = 0.05
CLIP = 1.0
UNKNOWN, START, NEW_LINE = 0, 1, 2
EXAMINED = 24_000
SAVE_EVERY, REPORT_EVERY = 500, 50
BF16 = torch.bfloat16


def articles_of(path):
    with open(path, encoding='utf8') as lines:
        for line in lines:
            article = json.loads(line)
            title = article.get('title') or ''
            yield (title + '\n' if title else '') + article['text']


def choose_alphabet(texts):
    """The most frequent characters; ids 0 to 2 are unknown, start of a text, new line."""
    counts = {}
    for text in texts:
        for character in text:
            counts[character] = counts.get(character, 0) + 1
    counts.pop('\n', None)
    ordered = sorted(counts, key=lambda c: (-counts[c], c))
    return ordered[: VOCABULARY - 3]


def encode(text, ids):
    return np.array([START] + [ids.get(c, UNKNOWN) for c in text], dtype=np.uint16)


def read_stream(folder, repeats, seed, wanted, alphabet):
    """All texts in one row, shuffled; a collection of repeat 2.5 is there two and a half times."""
    generator = np.random.default_rng(seed)
    collections = {name: list(articles_of(os.path.join(folder, name + '.jsonl'))) for name in repeats}
    alphabet = alphabet or choose_alphabet(text for texts in collections.values() for text in texts)
    ids = {character: i + 3 for i, character in enumerate(alphabet)}
    ids['\n'] = NEW_LINE
    chosen = []
    for name, texts in collections.items():
        encoded = [encode(text, ids) for text in texts]
        whole, part = divmod(repeats[name], 1)
        for _ in range(int(whole)):
            chosen += encoded
        chosen += [encoded[i] for i in generator.permutation(len(encoded))[: int(part * len(encoded))]]
    order = generator.permutation(len(chosen))
    stream = np.concatenate([chosen[i] for i in order])
    return stream[:wanted] if wanted else stream, alphabet, ids


def initial(units, counts):
    normal = lambda *shape, scale: torch.randn(*shape) * scale
    weights = {
        'embedding': normal(VOCABULARY, EMBEDDING, scale=0.06),
        'wx': normal(3 * units, EMBEDDING, scale=EMBEDDING**-0.5),
        'wh': normal(3 * units, units, scale=units**-0.5),
        'b': torch.zeros(3 * units),
        'c': torch.zeros(units),
        'wp': normal(EMBEDDING, units, scale=units**-0.5),
        'bias': torch.from_numpy(np.log((counts + 1.0) / (counts + 1.0).sum())).float(),
    }
    weights['b'][units : 2 * units] = 1.0  # remember at first
    return weights


def forward(weights, x, h, keep_all):
    """States after each character of x [steps, lanes]; a text begins with state 0."""
    units = h.shape[1]
    steps, lanes = x.shape
    e = weights['embedding'][x.reshape(-1)].to(BF16)
    gx = (e @ weights['wx'].to(BF16).t()).float().view(steps, lanes, 3 * units)
    gx += weights['b']
    wh = weights['wh'].to(BF16).t().contiguous()
    starts = (x == START).numpy()
    gates, news, recalled, states, kept = [], [], [], [h], [None] * steps
    for t in range(steps):
        if starts[t].any():
            kept[t] = torch.from_numpy(1.0 - starts[t].astype(np.float32))[:, None]
            h = h * kept[t]
            states[t] = h
        gh = (h.to(BF16) @ wh).float()
        g = gx[t]
        rz = torch.sigmoid_(g[:, : 2 * units].add_(gh[:, : 2 * units]))
        hn = gh[:, 2 * units :].add_(weights['c'])
        n = torch.tanh_(torch.addcmul(g[:, 2 * units :], rz[:, :units], hn))
        h = torch.addcmul(n, rz[:, units:], h - n)
        if keep_all:
            gates.append(rz)
            news.append(n)
            recalled.append(hn)
        states.append(h)
    return e, gates, news, recalled, states, kept


def predict(weights, p, y, with_gradient, chunk=1024):
    """Sums over the rows of p [rows, 192]: loss and square of log Z; and the derivatives."""
    table = weights['embedding'].to(BF16)
    transposed = table.t()
    d = {'p': torch.empty_like(p), 'embedding': torch.zeros_like(weights['embedding']), 'bias': torch.zeros(VOCABULARY)}
    loss = square = 0.0
    for first in range(0, p.shape[0], chunk):
        rows = slice(first, first + chunk)
        pb, yy = p[rows].to(BF16), y[rows]
        logits = (pb @ transposed).float()
        logits += weights['bias']
        right = logits.gather(1, yy[:, None])[:, 0]
        logits.exp_()
        z = logits.sum(1)
        log_z = z.log()
        loss += float((log_z - right).sum())
        square += float((log_z * log_z).sum())
        if with_gradient:
            logits *= ((1 + 2 * PENALTY * log_z) / z)[:, None]
            logits[torch.arange(len(yy)), yy] -= 1
            d['bias'] += logits.sum(0)
            g = logits.to(BF16)
            d['p'][rows] = (g @ table).float()
            d['embedding'] += (g.t() @ pb).float()
    return loss, square, d


def gradient(weights, x, y, h):
    """Mean loss, mean square of log Z, derivatives, and the state to go on from."""
    steps, lanes = x.shape
    units, count = h.shape[1], x.numel()
    e, gates, news, recalled, states, kept = forward(weights, x, h, True)
    after = torch.stack(states[1:]).view(count, units).to(BF16)
    wp = weights['wp'].to(BF16)
    loss, square, d = predict(weights, (after @ wp.t()).float(), y.reshape(-1), True)
    dp = (d.pop('p') / count).to(BF16)
    d = {name: value / count for name, value in d.items()}
    d['wp'] = (dp.t() @ after).float()
    from_output = (dp @ wp).float().view(steps, lanes, units)
    wh = weights['wh'].to(BF16)
    dgx = torch.empty(steps, lanes, 3 * units)
    dgh = torch.empty(steps, lanes, 3 * units, dtype=BF16)
    dh = torch.zeros(lanes, units)
    for t in range(steps - 1, -1, -1):
        dh = dh + from_output[t]
        r, z, n, before = gates[t][:, :units], gates[t][:, units:], news[t], states[t]
        dn = dh * (1 - z) * (1 - n * n)
        g = dgx[t]
        g[:, 2 * units :] = dn
        g[:, :units] = dn * recalled[t] * (r - r * r)
        g[:, units : 2 * units] = dh * (before - n) * (z - z * z)
        q = dgh[t]
        q[:, : 2 * units] = g[:, : 2 * units]
        q[:, 2 * units :] = dn * r
        dh = torch.addcmul((q @ wh).float(), dh, z)
        if kept[t] is not None:
            dh *= kept[t]
    flat, recurrent = dgx.view(count, 3 * units), dgh.view(count, 3 * units)
    d['b'] = flat.sum(0)
    d['c'] = recurrent[:, 2 * units :].float().sum(0)
    d['wh'] = (recurrent.t() @ torch.stack(states[:-1]).view(count, units).to(BF16)).float()
    flat16 = flat.to(BF16)
    d['wx'] = (flat16.t() @ e).float()
    d['embedding'].index_add_(0, x.reshape(-1), (flat16 @ weights['wx'].to(BF16)).float())
    return loss / count, square / count, d, states[-1]


def examine(weights, tokens, units, lanes=24):
    """Perplexity, and the root of the mean square of log Z."""
    length = (len(tokens) - 1) // lanes
    x = torch.from_numpy(tokens[: length * lanes].reshape(lanes, length).T.astype(np.int64))
    y = torch.from_numpy(tokens[1 : length * lanes + 1].reshape(lanes, length).T.astype(np.int64))
    states = forward(weights, x, torch.zeros(lanes, units), False)[4]
    p = (torch.stack(states[1:]).view(-1, units).to(BF16) @ weights['wp'].to(BF16).t()).float()
    loss, square, _ = predict(weights, p, y.reshape(-1), False)
    return math.exp(loss / y.numel()), math.sqrt(square / y.numel())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--text', required=True)
    parser.add_argument('--tune', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--from', dest='earlier')
    parser.add_argument('--minutes', type=float, default=0)
    parser.add_argument('--characters', type=int, default=0)
    parser.add_argument('--units', type=int, default=384)
    parser.add_argument('--repeat', default='speeches=5,party-essays=2.5,newspaper=1.5,broadcast=0.6')
    parser.add_argument('--threads', type=int, default=1)
    parser.add_argument('--seed', type=int, default=1)
    given = parser.parse_args()
    assert given.minutes or given.characters, 'give --minutes or --characters: the learning rate falls to its floor by then'
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    torch.set_grad_enabled(False)
    repeats = {name: float(times) for name, times in (part.split('=') for part in given.repeat.split(','))}
    earlier = torch.load(given.earlier) if given.earlier else None
    if earlier:
        given.units = earlier['units']
    stream, alphabet, ids = read_stream(
        given.text, repeats, given.seed, given.characters, earlier and earlier['alphabet']
    )
    tune = {}
    for name in repeats:
        texts = [encode(text, ids) for text in articles_of(os.path.join(given.tune, name + '.jsonl'))]
        tune[name] = np.concatenate(texts)[: EXAMINED + 1]
    known = {name: float((tokens != UNKNOWN).mean()) for name, tokens in tune.items()}
    print(f'{len(stream)} characters, {len(alphabet)} in the alphabet, known of tune: {known}', flush=True)
    lanes = stream[: len(stream) // LANES * LANES].reshape(LANES, -1)
    weights = earlier['weights'] if earlier else initial(given.units, np.bincount(stream, minlength=VOCABULARY))
    mean = {name: torch.zeros_like(w) for name, w in weights.items()}
    power = {name: torch.zeros_like(w) for name, w in weights.items()}
    h = torch.zeros(LANES, given.units)
    started, done, at, smooth = time.time(), 0, 0, None
    while True:
        elapsed = time.time() - started
        used = done * LANES * STEPS
        share = elapsed / (given.minutes * 60) if given.minutes else used / given.characters
        if share >= 1:
            break
        if at + STEPS + 1 > lanes.shape[1]:
            at, h = 0, torch.zeros(LANES, given.units)
        x = torch.from_numpy(lanes[:, at : at + STEPS].T.astype(np.int64))
        y = torch.from_numpy(lanes[:, at + 1 : at + STEPS + 1].T.astype(np.int64))
        at += STEPS
        loss, square, d, h = gradient(weights, x, y, h)
        done += 1
        norm = math.sqrt(sum(float((g * g).sum()) for g in d.values()))
        scale = min(1.0, CLIP / (norm + 1e-6))
        rate = LEARNING_RATE * min(1, done / WARM_UP) * (FLOOR + (1 - FLOOR) * 0.5 * (1 + math.cos(math.pi * share)))
        for name, g in d.items():
            g *= scale
            m, v = mean[name], power[name]
            m.mul_(0.9).add_(g, alpha=0.1)
            v.mul_(0.99).addcmul_(g, g, value=0.01)
            weights[name].addcdiv_(m, (v / (1 - 0.99**done)).sqrt_().add_(1e-8), value=-rate / (1 - 0.9**done))
        smooth = loss if smooth is None else 0.98 * smooth + 0.02 * loss
        if done % REPORT_EVERY == 0:
            speed = used / max(elapsed, 1e-9)
            print(
                f'{done} {elapsed:.0f} s {used / 1e6:.2f} M {speed:.0f}/s perplexity {math.exp(smooth):.2f} '
                f'log Z {math.sqrt(square):.3f} norm {norm:.2f} rate {rate:.6f}',
                flush=True,
            )
        if done % SAVE_EVERY == 0:
            report(weights, tune, given.units)
            save(weights, alphabet, given, used)
    report(weights, tune, given.units)
    save(weights, alphabet, given, done * LANES * STEPS)


def report(weights, tune, units):
    found = {name: examine(weights, tokens, units) for name, tokens in tune.items()}
    print('tune', {name: (round(perplexity, 2), round(z, 3)) for name, (perplexity, z) in found.items()}, flush=True)


def save(weights, alphabet, given, used):
    partial = given.out + '.part'
    torch.save({'weights': weights, 'alphabet': alphabet, 'units': given.units, 'characters': used}, partial)
    os.replace(partial, given.out)


if __name__ == '__main__':
    main()
