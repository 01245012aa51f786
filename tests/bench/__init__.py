"""Figures that anyone can reproduce, each beside its physical limit measured in the same run."""
