"""M/M/c station as SimPy processes: queueing.py SERVERS CUSTOMERS.

Prints nanoseconds a customer and the mean wait in mean gaps.
"""

import random
import sys
import time

import simpy

servers, customers = int(sys.argv[1]), int(sys.argv[2])
draw = random.Random(1).expovariate
waits = 0.0


def customer(env, station):
    global waits
    arrived = env.now
    with station.request() as request:
        yield request
        waits += env.now - arrived
        yield env.timeout(draw(1 / (0.8 * servers)))


def source(env, station):
    for _ in range(customers):
        yield env.timeout(draw(1.0))
        env.process(customer(env, station))


env = simpy.Environment()
env.process(source(env, simpy.Resource(env, capacity=servers)))
start = time.process_time()
env.run()
print((time.process_time() - start) / customers * 1e9, waits / customers)
