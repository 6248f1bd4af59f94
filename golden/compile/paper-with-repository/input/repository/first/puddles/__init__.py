"""Forecasts of puddles."""
