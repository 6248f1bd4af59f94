# Grounding: transcribed — puddles/model.py@58c89ca1a250c85644aa74088919fc1307d82b1e:1-49
"""Lagged ridge regression with a drying term."""

from dataclasses import dataclass

import numpy as np


@dataclass
class RidgeSettings:
    """What the forecast is fitted with."""

    lags: int = 12
    penalty: float = 0.5
    evaporation: float = 0.02
    clip_at_zero: bool = True


def lagged(readings: np.ndarray, lags: int) -> np.ndarray:
    """The last `lags` readings of every bucket, one row per minute."""
    rows = [readings[t - lags : t].ravel() for t in range(lags, len(readings) + 1)]
    return np.stack(rows)


class LaggedRidge:
    """Closed-form ridge regression on lagged bucket readings."""

    def __init__(self, settings: RidgeSettings):
        self.settings = settings
        self.weights = None

    def fit(self, readings: np.ndarray, depths: np.ndarray) -> "LaggedRidge":
        """Solves the normal equations with the ridge penalty."""
        x = lagged(readings, self.settings.lags)
        gram = x.T @ x + self.settings.penalty * np.eye(x.shape[1])
        self.weights = np.linalg.solve(gram, x.T @ depths)
        return self

    def forecast(self, readings: np.ndarray) -> np.ndarray:
        """Depths after the horizon, dried and never below zero."""
        depths = lagged(readings, self.settings.lags) @ self.weights
        depths = drying_term(depths, readings, self.settings.evaporation)
        return np.maximum(depths, 0.0) if self.settings.clip_at_zero else depths


def drying_term(depths: np.ndarray, readings: np.ndarray, evaporation: float) -> np.ndarray:
    """Subtracts the evaporation once every bucket has been empty for an hour."""
    dry_minutes = 60
    empty = readings[-dry_minutes:].sum() == 0.0
    return depths - evaporation if empty else depths

