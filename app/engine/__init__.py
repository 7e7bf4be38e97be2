"""The work of a run in a process of its own: what keeps a screen free of it.

Python runs one thread at a time in a process. While 16 hosts are read, parsed and judged, a screen in the same process
has to wait for its turn with every call out of Qt, a tenth of a second and more. Here the run happens in a child
process (``child``), which has the threads, the connections and the evidence. The process of the screen gets small
events and finished, packed bytes (``found``) through one pipe (``link``), and hands them to whoever listens
(``remote``). ``messages`` is all that the two say to each other.
"""
