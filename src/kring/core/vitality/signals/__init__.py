"""One file per signal: what it measures. Limits, words, reasons and sources stand in `signals.yaml`."""
