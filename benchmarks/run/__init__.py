"""How measurements are run: each in a process of its own, whose processor time and memory the system tells."""
