"""Trains a forecaster on one yard and prints its error."""

import argparse
import random

import numpy as np
import yaml

from puddles.model import LaggedRidge, RidgeSettings


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", default="config/yard.yaml", help="settings of the yard")
    parser.add_argument("--seed", type=int, default=7, help="seed of all generators")
    parser.add_argument("--horizon", type=int, default=30, help="minutes ahead")
    parser.add_argument("--readings", default="readings.csv")
    return parser.parse_args()


def mean_absolute_error(depths: np.ndarray, forecasts: np.ndarray) -> float:
    """The score of the paper's tables."""
    return float(np.abs(depths - forecasts).mean())


def main() -> None:
    arguments = parse()
    random.seed(arguments.seed)
    np.random.seed(arguments.seed)
    with open(arguments.config) as file:
        config = yaml.safe_load(file)
    table = np.loadtxt(arguments.readings, delimiter=",", skiprows=1)
    settings = RidgeSettings(**config["ridge"])
    model = LaggedRidge(settings).fit(table[:, :3], table[:, 3])
    print(mean_absolute_error(table[:, 3], model.forecast(table[:, :3])))


if __name__ == "__main__":
    main()
