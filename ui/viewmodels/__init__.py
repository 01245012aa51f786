"""What the screens show and report: one view-model per concept, and the pure derive_* functions beside them."""
