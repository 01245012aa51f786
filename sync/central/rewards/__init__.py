"""Thanks: points, gifts, vouchers, certificates. Nobody has to say who they are; no grade earns more than another."""
