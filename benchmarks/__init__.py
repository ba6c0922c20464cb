"""What the program costs, and how right it is: a made-up corpus, measurements, peers and the report of one run."""
