"""What is measured of others, in their own environment: nothing of ours is imported but the clock."""
