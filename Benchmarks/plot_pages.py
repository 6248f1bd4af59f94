"""Seeded plots on pages like those of a paper, with the data that they show.

`make(number, seed, path)` writes one PDF and returns its truth: the kind, and for every panel its
box on the page, its axes and its series. Boxes are in points from the top left.
"""
import math
import random

import matplotlib

matplotlib.use("pdf")
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.ticker import FuncFormatter  # noqa: E402

PAGE = (612.0, 792.0)
NAMES = [
    "Baseline", "Ours", "Adam", "SGD", "Dense", "Sparse", "Small model", "Large model",
    "w/o memory", "Random", "Greedy", "Oracle", "ResNet-50", "k = 4", "k = 16", "Full (ours)",
]
METRICS = [
    "Accuracy (%)", "Loss", "Test error", "BLEU", "Reward", "Perplexity", "Score", "F1 score",
]
SETTINGS = [
    "Training steps", "Epoch", "Width", "Number of parameters", "Time (s)", "Noise level",
    "Batch size", "Distance",
]
GROUPS = ["CIFAR-10", "MNIST", "SVHN", "Text", "Speech", "Code", "Maths", "Vision", "QA", "Games"]
STYLES = [
    "default", "default", "default", "seaborn-v0_8-whitegrid", "seaborn-v0_8-darkgrid",
    "seaborn-v0_8-ticks", "ggplot", "bmh", "seaborn-v0_8-paper", "tableau-colorblind10", "classic",
]
MARKERS = ["o", "s", "^", "v", "D", "x", "+", "*", "P"]
DASHES = ["-", "--", ":", "-.", (0, (3, 1, 1, 1, 1, 1))]


class Page:
    """One page with its plots and their truth."""

    def __init__(self, rng, number):
        self.rng = rng
        self.number = number
        self.panels = []
        plt.close("all")
        plt.rcdefaults()
        plt.style.use(rng.choice(STYLES))
        plt.rcParams.update({
            "pdf.fonttype": rng.choice([3, 42]),
            "font.family": rng.choice(["sans-serif", "sans-serif", "serif"]),
            "font.size": rng.choice([7, 8, 9, 10]),
            "xtick.direction": rng.choice(["out", "out", "in"]),
            "mathtext.fontset": rng.choice(["dejavusans", "stix", "cm"]),
            "figure.facecolor": "white",
        })
        plt.rcParams["ytick.direction"] = plt.rcParams["xtick.direction"]
        for name in ["axes.labelsize", "axes.titlesize", "legend.fontsize"]:
            plt.rcParams[name] = "medium"
        for name in ["xtick.labelsize", "ytick.labelsize"]:
            plt.rcParams[name] = rng.choice(["medium", "small"])
        self.figure = plt.figure(figsize=(PAGE[0] / 72, PAGE[1] / 72))

    def axes(self, columns=1, index=0, **extra):
        """Axes of a figure at the top of the page."""
        wide = self.rng.uniform(220, 380) if columns == 1 else self.rng.uniform(150, 170)
        high = self.rng.uniform(120, 230) if columns == 1 else 150
        left = 110 if columns == 1 else 95 + index * 250
        box = [left / PAGE[0], 1 - (110 + high) / PAGE[1], wide / PAGE[0], high / PAGE[1]]
        return self.figure.add_axes(box, **extra)

    def style(self, axes):
        rng = self.rng
        if rng.random() < 0.3:
            axes.grid(alpha=rng.choice([1.0, 0.4]))
        elif rng.random() < 0.2:
            axes.grid(False)
        if rng.random() < 0.2:
            for side in ["top", "right"]:
                axes.spines[side].set_visible(False)
        if rng.random() < 0.15:
            axes.minorticks_on()

    def legend(self, axes, count):
        place = self.rng.choice(["best", "best", "best", "above", "right"])
        if place == "best":
            axes.legend(loc="best", frameon=self.rng.random() < 0.7)
        elif place == "above":
            axes.legend(
                loc="lower center", bbox_to_anchor=(0.5, 1.0), ncol=min(count, 3), frameon=False)
        else:
            axes.legend(loc="center left", bbox_to_anchor=(1.02, 0.5))

    def panel(self, axes, series, categories=None, second=None):
        """Notes the truth of finished axes; `second` are the axes on the right."""
        box = axes.get_position()
        truth = {
            "box": [box.x0 * PAGE[0], (1 - box.y1) * PAGE[1], box.x1 * PAGE[0],
                    (1 - box.y0) * PAGE[1]],
            "x": {"scale": axes.get_xscale(), "range": list(axes.get_xlim())},
            "y": {"scale": axes.get_yscale(), "range": list(axes.get_ylim())},
            "series": series,
        }
        if categories:
            axis, names = categories
            truth[axis]["scale"] = "category"
            truth[axis]["names"] = names
        if second:
            truth["y2"] = {"scale": second.get_yscale(), "range": list(second.get_ylim())}
        self.panels.append(truth)

    def write(self, path, kind):
        """Adds the text around the figure and writes the page."""
        text = {"fontfamily": "serif", "fontsize": 10, "color": "black", "va": "baseline"}

        def put(x, y, words, **more):
            self.figure.text(x / PAGE[0], 1 - y / PAGE[1], words, **{**text, **more})

        put(190, 50, "Proceedings of Seeded Plots", fontsize=14)
        lowest = max(panel["box"][3] for panel in self.panels) + 70
        put(60, lowest, "Figure %d: A plot of the kind %s with known data." % (self.number, kind))
        lines = [
            "The figure above was drawn by a program from data that it keeps, so that what is read from the",
            "page can be compared with it. This paragraph stands here because figures of papers have text",
            "around them, and a reader has to tell the two apart. It goes on for another line or two, and",
            "then it ends without having said anything else that would be of interest to anybody.",
        ]
        for index, line in enumerate(lines):
            put(60, lowest + 40 + 12 * index, line)
        self.figure.savefig(path, metadata={"CreationDate": None})
        plt.close(self.figure)
        return {"kind": kind, "figure": self.number, "panels": self.panels}


def names(rng, count):
    return rng.sample(NAMES, count)


def entry(name, kind, x, y, low=None, high=None, second=False):
    return {"name": name, "kind": kind, "x": [float(v) for v in x], "y": [float(v) for v in y],
            "low": low and [float(v) for v in low], "high": high and [float(v) for v in high],
            "second": second}


def curve(rng, xs, lower, upper):
    """A smooth curve with some noise between two values."""
    turn, bend = rng.uniform(0.5, 5), rng.uniform(-1, 1)
    noise = rng.choice([0, 0.01, 0.04])
    values = []
    for index in range(len(xs)):
        t = index / max(len(xs) - 1, 1)
        value = 0.5 + 0.35 * (1 - 2 * math.exp(-turn * t)) + 0.15 * bend * math.sin(6 * t)
        values.append(lower + (upper - lower) * (value + rng.gauss(0, noise)))
    return values


def spread(rng):
    """Ends of a range of values, over magnitudes and signs."""
    scale = 10 ** rng.choice([-4, -2, -1, 0, 0, 0, 1, 2, 2, 4, 6])
    lower = rng.choice([0, 0, rng.uniform(-1, 0.5)]) * scale
    return lower, lower + rng.uniform(0.5, 2) * scale


def draw_lines(page, axes, xscale="linear", yscale="linear", marked=None, count=None):
    rng = page.rng
    count = count or rng.randint(1, 5)
    points = rng.choice([6, 10, 25, 80, 400]) if not marked else rng.choice([5, 8, 12])
    if xscale == "log":
        start, decades = rng.choice([-4, -1, 0, 1, 3]), rng.choice([2, 3, 4, 5])
        xs = [10 ** (start + decades * i / (points - 1)) for i in range(points)]
    else:
        width = rng.choice([1, 10, 100, 5000, 2e6])
        xs = [width * i / (points - 1) for i in range(points)]
    lower, upper = spread(rng)
    own_colors = rng.random() < 0.2
    series = []
    for index, name in enumerate(names(rng, count)):
        shift = rng.uniform(-0.2, 0.4) * (upper - lower)
        ys = curve(rng, xs, lower + shift, upper + shift)
        if yscale == "log":
            start, decades = rng.choice([-5, -2, 0]), rng.uniform(1.5, 5)
            unit = curve(rng, xs, 0, 1)
            ys = [10 ** (start + decades * u + 0.2 * index) for u in unit]
        style = {"label": name, "linewidth": rng.choice([0.8, 1.0, 1.5, 2.0])}
        if own_colors:
            style.update(color="black", linestyle=DASHES[index])
        elif rng.random() < 0.3:
            style["linestyle"] = DASHES[rng.randrange(len(DASHES))]
        if marked:
            style.update(marker=MARKERS[(index * 2 + page.number) % len(MARKERS)],
                         markersize=rng.choice([3, 4, 6]))
        axes.plot(xs, ys, **style)
        series.append(entry(name, "line", xs, ys))
    axes.set_xscale(xscale)
    axes.set_yscale(yscale)
    axes.set_xlabel(rng.choice(SETTINGS))
    axes.set_ylabel(rng.choice(METRICS))
    page.style(axes)
    if count > 1 or rng.random() < 0.5:
        page.legend(axes, count)
    else:
        series[0]["name"] = None
    page.panel(axes, series)


def lines(page):
    draw_lines(page, page.axes())


def marked_lines(page):
    draw_lines(page, page.axes(), marked=True)


def log_x(page):
    draw_lines(page, page.axes(), xscale="log", marked=page.rng.random() < 0.5)


def log_y(page):
    draw_lines(page, page.axes(), yscale="log", marked=page.rng.random() < 0.5)


def log_both(page):
    draw_lines(page, page.axes(), xscale="log", yscale="log", marked=page.rng.random() < 0.5)


def two_panels(page):
    for index in range(2):
        yscale = page.rng.choice(["linear", "log"])
        draw_lines(page, page.axes(2, index), yscale=yscale, count=page.rng.randint(1, 3))


def scatter(page):
    rng, axes = page.rng, page.axes()
    count = rng.randint(1, 3)
    lower, upper = spread(rng)
    alpha = rng.choice([None, 0.6])
    logarithmic = rng.random() < 0.25
    series = []
    for index, name in enumerate(names(rng, count)):
        number = rng.choice([8, 20, 60, 150])
        xs = [rng.gauss(index * 1.5, 1) for _ in range(number)]
        ys = [lower + (upper - lower) * rng.random() for _ in xs]
        if logarithmic:
            xs = [10 ** x for x in xs]
        axes.scatter(xs, ys, label=name, alpha=alpha, s=rng.choice([8, 15, 30]),
                     marker=rng.choice(["o", "s", "^", "D"]))
        series.append(entry(name, "points", xs, ys))
    if logarithmic:
        axes.set_xscale("log")
    axes.set_xlabel(rng.choice(SETTINGS))
    axes.set_ylabel(rng.choice(METRICS))
    page.style(axes)
    if count > 1:
        page.legend(axes, count)
    else:
        series[0]["name"] = None
    page.panel(axes, series)


def draw_bars(page, grouped=False, horizontal=False, errors=False):
    rng, axes = page.rng, page.axes()
    count = rng.randint(2, 4) if grouped else 1
    groups = rng.sample(GROUPS, rng.randint(3, 6))
    lower, upper = spread(rng)
    if lower > 0:
        lower = 0
    width = 0.8 / count
    series = []
    for index, name in enumerate(names(rng, count)):
        values = [lower + (upper - lower) * rng.uniform(0.1, 1) for _ in groups]
        places = [g + (index - (count - 1) / 2) * width for g in range(len(groups))]
        extra = {"edgecolor": rng.choice(["black", "none"])}
        low = high = None
        if errors:
            reach = [(upper - lower) * rng.uniform(0.02, 0.1) for _ in groups]
            extra.update({"xerr" if horizontal else "yerr": reach, "capsize": rng.choice([0, 3])})
            low = [v - r for v, r in zip(values, reach)]
            high = [v + r for v, r in zip(values, reach)]
        (axes.barh if horizontal else axes.bar)(places, values, width, label=name, **extra)
        x, y = (values, places) if horizontal else (places, values)
        series.append(entry(name if count > 1 else None, "bars", x, y, low, high))
    ticks, labels = range(len(groups)), groups
    if horizontal:
        axes.set_yticks(ticks, labels)
        axes.set_xlabel(rng.choice(METRICS))
    else:
        axes.set_xticks(ticks, labels)
        axes.set_ylabel(rng.choice(METRICS))
    page.style(axes)
    if count > 1:
        page.legend(axes, count)
    page.panel(axes, series, ("y" if horizontal else "x", groups))


def bars(page):
    draw_bars(page, errors=page.rng.random() < 0.3)


def grouped_bars(page):
    draw_bars(page, grouped=True, errors=page.rng.random() < 0.3)


def horizontal_bars(page):
    draw_bars(page, grouped=page.rng.random() < 0.5, horizontal=True)


def histogram(page):
    rng, axes = page.rng, page.axes()
    sample = [rng.gauss(5, 2) for _ in range(500)]
    heights, edges, _ = axes.hist(sample, bins=rng.choice([10, 20, 30]))
    axes.set_xlabel(rng.choice(SETTINGS))
    axes.set_ylabel("Count")
    page.style(axes)
    middles = [(a + b) / 2 for a, b in zip(edges, edges[1:])]
    page.panel(axes, [entry(None, "bars", middles, heights)])


def error_bars(page):
    rng, axes = page.rng, page.axes()
    count = rng.randint(1, 4)
    lower, upper = spread(rng)
    series = []
    xs = list(range(1, rng.choice([5, 8, 12]) + 1))
    for name in names(rng, count):
        ys = curve(rng, xs, lower, upper)
        reach = [(upper - lower) * rng.uniform(0.02, 0.12) for _ in xs]
        axes.errorbar(xs, ys, yerr=reach, label=name, capsize=rng.choice([0, 2, 4]),
                      marker=rng.choice(["o", "s", "", "D"]), markersize=4,
                      linestyle=rng.choice(["-", "-", "--"]))
        series.append(entry(name, "line", xs, ys, [y - r for y, r in zip(ys, reach)],
                            [y + r for y, r in zip(ys, reach)]))
    axes.set_xlabel(rng.choice(SETTINGS))
    axes.set_ylabel(rng.choice(METRICS))
    page.style(axes)
    page.legend(axes, count)
    page.panel(axes, series)


def bands(page):
    rng, axes = page.rng, page.axes()
    count = rng.randint(1, 3)
    lower, upper = spread(rng)
    series = []
    points = rng.choice([20, 60, 150])
    xs = [1000 * i / (points - 1) for i in range(points)]
    for name in names(rng, count):
        ys = curve(rng, xs, lower, upper)
        reach = [(upper - lower) * (0.03 + 0.05 * i / points) for i in range(points)]
        low = [y - r for y, r in zip(ys, reach)]
        high = [y + r for y, r in zip(ys, reach)]
        line, = axes.plot(xs, ys, label=name)
        axes.fill_between(xs, low, high, alpha=0.25, color=line.get_color(), linewidth=0)
        series.append(entry(name, "line", xs, ys, low, high))
    axes.set_xlabel(rng.choice(SETTINGS))
    axes.set_ylabel(rng.choice(METRICS))
    page.style(axes)
    page.legend(axes, count)
    page.panel(axes, series)


def suffixes(page):
    """Ticks as `10K` or `20%`."""
    rng, axes = page.rng, page.axes()
    xs = [10000.0 * i for i in range(1, 13)]
    series = []
    for name in names(rng, 2):
        ys = curve(rng, xs, 10, 90)
        axes.plot(xs, ys, label=name)
        series.append(entry(name, "line", xs, ys))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda v, _: "%gK" % (v / 1000)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda v, _: "%g%%" % v))
    page.style(axes)
    page.legend(axes, 2)
    page.panel(axes, series)


def twin(page):
    rng, axes = page.rng, page.axes()
    xs = list(range(0, 50, 5))
    other = axes.twinx()
    first, second = curve(rng, xs, 10, 90), curve(rng, xs, 0.001, 0.004)
    axes.plot(xs, first, color="tab:blue", marker="o")
    other.plot(xs, second, color="tab:red", linestyle="--")
    axes.set_xlabel("Epoch")
    axes.set_ylabel("Accuracy (%)", color="tab:blue")
    other.set_ylabel("Learning rate", color="tab:red")
    if rng.random() < 0.5:
        axes.tick_params(axis="y", labelcolor="tab:blue")
        other.tick_params(axis="y", labelcolor="tab:red")
    other.grid(False)
    page.panel(axes, [entry(None, "line", xs, first),
                      entry(None, "line", xs, second, second=True)], second=other)


KINDS = [
    lines, marked_lines, scatter, bars, error_bars, log_x, log_y, grouped_bars, log_both, bands,
    two_panels, horizontal_bars, lines, scatter, histogram, marked_lines, suffixes, twin,
]


def make(number, seed, path):
    """Writes plot `number`, from 1, to `path`; returns its truth."""
    kind = KINDS[(number - 1) % len(KINDS)]
    page = Page(random.Random("%d/%d" % (seed, number)), number)
    kind(page)
    return page.write(path, kind.__name__.replace("_", " "))
