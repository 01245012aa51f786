"""What a terminal knows and keeps. No Qt, no network, no Django."""
