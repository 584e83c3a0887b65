"""The hold model of kernel-probe as SimPy timeouts: hold.py PENDING TIMES INCREMENTS.

Prints nanoseconds a hold.
"""

import array
import sys
import time

import simpy

pending, times = int(sys.argv[1]), int(sys.argv[2])
increments = array.array("I", open(sys.argv[3], "rb").read()).tolist()
position = 0


def entity(env):
    global position
    while True:
        position = (position + 1) & 65535
        yield env.timeout(increments[position])


env = simpy.Environment()
for _ in range(pending):
    env.process(entity(env))
for _ in range(2 * pending):
    env.step()
start = time.process_time()
for _ in range(times):
    env.step()
print((time.process_time() - start) / times * 1e9)
