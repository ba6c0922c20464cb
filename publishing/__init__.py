"""Files and folders that appear whole or not at all, whatever ends the program that writes them.

Three promises, each a module that can be read alone:

* what lies at a path is an old state or a new one, at every moment and after a power cut (``folders``, ``files``);
* of two programs that want to write to one path the second is refused at once (``claims``);
* a reader keeps the folder that it opened, though another has taken its place (``readers``).

A big file may lie in parts (``parts``), so that a new state shares with the old one what did not change.
Nothing here knows what is written, and no decision hangs on a clock.
"""
