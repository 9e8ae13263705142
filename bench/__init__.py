"""Benchmarks, run by hand: they print ratios and pass no judgement."""
