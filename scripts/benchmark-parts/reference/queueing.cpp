// M/M/c station of kernel-probe as plain C++ values, for scripts/benchmark.
//
//     queueing SERVERS CUSTOMERS sequential|keyed
//
// sequential  one xoshiro256++ generator and the C library's logarithm
// keyed       two streams of Philox2x64-10, counter-based, drawn one at a time
//
// Prints nanoseconds a customer and the mean wait in mean gaps.

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <queue>
#include <vector>

namespace {

struct Xoshiro {
    uint64_t s[4] = {0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 1};
    static uint64_t rotated(uint64_t x, int k) { return x << k | x >> (64 - k); }
    uint64_t next() {
        uint64_t result = rotated(s[0] + s[3], 23) + s[0], t = s[1] << 17;
        s[2] ^= s[0], s[3] ^= s[1], s[1] ^= s[2], s[0] ^= s[3], s[2] ^= t, s[3] = rotated(s[3], 45);
        return result;
    }
};

struct Sequential {
    Xoshiro generator;
    double uniform(int) { return (generator.next() >> 11) * 0x1p-53; }
};

struct Keyed {
    struct Stream {
        uint64_t place = 0, block[2];
    } streams[2];
    static void philox(uint64_t low, uint64_t high, uint64_t key, uint64_t* out) {
        for (int round = 0; round < 10; round++, key += 0x9E3779B97F4A7C15) {
            unsigned __int128 product = (unsigned __int128)low * 0xD2B74407B1CE6E93;
            low = (uint64_t)(product >> 64) ^ key ^ high;
            high = (uint64_t)product;
        }
        out[0] = low, out[1] = high;
    }
    double uniform(int purpose) {
        Stream& stream = streams[purpose];
        uint64_t place = stream.place++;
        if ((place & 1) == 0)
            philox(0, (uint64_t)(purpose + 1) << 47 | place >> 1, 0x6472696C6C206B65, stream.block);
        return (stream.block[place & 1] >> 11) * 0x1p-53;
    }
};

struct Event {
    double time;
    uint64_t order;  // rank in the upper 8 bits, sequence number below
    uint32_t kind;
};
struct After {
    bool operator()(const Event& a, const Event& b) const {
        return a.time != b.time ? a.time > b.time : a.order > b.order;
    }
};

struct Ring {
    std::vector<double> storage = std::vector<double>(1024);
    size_t first = 0, count = 0;
    void push(double value) {
        if (count == storage.size()) {
            std::vector<double> larger(2 * count);
            for (size_t k = 0; k < count; k++) larger[k] = storage[(first + k) & (count - 1)];
            storage.swap(larger), first = 0;
        }
        storage[(first + count++) & (storage.size() - 1)] = value;
    }
    double pop() {
        double value = storage[first];
        first = (first + 1) & (storage.size() - 1), count--;
        return value;
    }
};

template <class Random>
struct Station {
    Random random;
    std::priority_queue<Event, std::vector<Event>, After> calendar;
    Ring queue;
    double now = 0, mean = 0, squares = 0, serviceMean;
    long idle, served = 0;
    uint64_t sequence = 0;

    explicit Station(long servers) : serviceMean(800.0 * servers), idle(servers) { arrival(); }
    double exponential(int purpose, double mean) { return -mean * std::log(1 - random.uniform(purpose)); }
    void schedule(double delay, uint32_t kind) {
        calendar.push(Event{now + delay, (uint64_t)kind << 56 | sequence++, kind});
    }
    void arrival() { schedule(exponential(0, 1000), 0); }
    void begin(double wait) {
        served++;
        double distance = wait - mean;
        mean += distance / served, squares += distance * (wait - mean);
        schedule(exponential(1, serviceMean), 1);
    }
    void run(long customers) {
        while (served < customers) {
            Event event = calendar.top();
            calendar.pop();
            now = event.time;
            if (event.kind == 0) {
                arrival();
                if (idle > 0) idle--, begin(0); else queue.push(now);
            } else if (queue.count > 0) {
                begin(now - queue.pop());
            } else {
                idle++;
            }
        }
    }
};

// Processor time of this process [ns], which other programs on the machine disturb least.
double processorTime() {
    timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

template <class Random>
void report(long servers, long customers) {
    Station<Random> station(servers);
    double start = processorTime();
    station.run(customers);
    printf("%.4f %.4f\n", (processorTime() - start) / customers, station.mean / 1000);
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 64;
    long servers = atol(words[1]), customers = atol(words[2]);
    if (!strcmp(words[3], "keyed")) report<Keyed>(servers, customers);
    else report<Sequential>(servers, customers);
}
