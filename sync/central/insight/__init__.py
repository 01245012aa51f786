"""What the voices add up to: topics, priorities, a proposal for the centre's means. People confirm and sign."""
