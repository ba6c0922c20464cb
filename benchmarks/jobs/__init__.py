"""What is measured of reformgraph. Each module is a program that prints one JSON object.

``seconds`` are processor seconds of the measured work alone; what is made ready before it is not counted.
"""
