// The hold model of kernel-probe with two C++ calendars, for scripts/benchmark.
//
//     hold binary|quaternary|lazy|indexed PENDING TIMES INCREMENTS
//
// binary      std::priority_queue
// quaternary  4-ary implicit heap of plain values
// lazy        std::priority_queue, moved events left behind as stale and skipped when they come up
// indexed     4-ary implicit heap that knows where each entity's event is and moves it
//
// Prints nanoseconds a hold and the checksum of the order in which events leave, which equals that
// of kernel-probe for the same arguments.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <queue>
#include <vector>

namespace {

struct Event {
    int64_t time;
    uint64_t order;  // rank in the upper 8 bits, sequence number below
    uint32_t entity, count;
    uint64_t first, second;  // with the two above, 24 bytes of payload
};

inline bool before(const Event& a, const Event& b) {
    return a.time != b.time ? a.time < b.time : a.order < b.order;
}

struct After {
    bool operator()(const Event& a, const Event& b) const { return before(b, a); }
};

struct Binary {
    std::priority_queue<Event, std::vector<Event>, After> queue;
    void push(const Event& event) { queue.push(event); }
    Event pop() {
        Event event = queue.top();
        queue.pop();
        return event;
    }
};

// Heap in which a node has four children. Place is told where each event comes to lie.
template <class Place>
struct QuaternaryHeap {
    std::vector<Event> heap;
    Place place;

    void put(size_t index, const Event& event) {
        heap[index] = event;
        place(event, index);
    }
    void up(size_t index, const Event& event) {
        while (index > 0) {
            size_t parent = (index - 1) / 4;
            if (!before(event, heap[parent])) break;
            put(index, heap[parent]);
            index = parent;
        }
        put(index, event);
    }
    void down(size_t index, const Event& event) {
        size_t size = heap.size();
        while (true) {
            size_t child = 4 * index + 1;
            if (child >= size) break;
            size_t best = child, end = child + 4 < size ? child + 4 : size;
            for (size_t other = child + 1; other < end; other++)
                if (before(heap[other], heap[best])) best = other;
            if (!before(heap[best], event)) break;
            put(index, heap[best]);
            index = best;
        }
        put(index, event);
    }
    void push(const Event& event) {
        heap.push_back(event);
        up(heap.size() - 1, event);
    }
    Event pop() {
        Event event = heap[0], last = heap.back();
        heap.pop_back();
        if (!heap.empty()) down(0, last);
        return event;
    }
    void replace(size_t index, const Event& event) {
        if (before(event, heap[index])) up(index, event); else down(index, event);
    }
};

struct NoPlace {
    void operator()(const Event&, size_t) {}
};
struct PlaceOfEntity {
    std::vector<uint32_t> places;
    void operator()(const Event& event, size_t index) { places[event.entity] = (uint32_t)index; }
};

std::vector<uint32_t> read(const char* path) {
    std::vector<uint32_t> numbers(65536);
    FILE* file = fopen(path, "rb");
    if (!file || fread(numbers.data(), 4, numbers.size(), file) != numbers.size()) exit(66);
    fclose(file);
    return numbers;
}

struct Model {
    std::vector<uint32_t> increments;
    size_t position = 0;
    uint64_t sequence = 0, checksum = 0, choice = 1;
    int64_t now = 0;

    Event event(uint32_t entity, uint32_t count) {
        int64_t time = now + increments[position];
        position = (position + 1) & (increments.size() - 1);
        return Event{time, (uint64_t)(entity & 7) << 56 | sequence++, entity, count, 0, 0};
    }
    void took(const Event& event) {
        now = event.time;
        checksum = (checksum << 5 | checksum >> 59) ^ ((uint64_t)now + event.entity);
    }
    uint32_t chosen(uint64_t pending) {
        choice = choice * 6364136223846793005u + 1442695040888963407u;
        return (uint32_t)((choice >> 32) * pending >> 32);
    }
};

// Processor time of this process [ns], which other programs on the machine disturb least.
double processorTime() {
    timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

template <class Work>
void report(Model& model, long times, Work work) {
    work(times / 4);
    double start = processorTime();
    work(times);
    printf("%.4f %llu\n", (processorTime() - start) / times, (unsigned long long)model.checksum);
}

template <class Queue>
void hold(Model& model, uint32_t pending, long times) {
    Queue queue;
    for (uint32_t entity = 0; entity < pending; entity++) queue.push(model.event(entity, 0));
    report(model, times, [&](long count) {
        for (long k = 0; k < count; k++) {
            Event event = queue.pop();
            model.took(event);
            queue.push(model.event(event.entity, event.count + 1));
        }
    });
}

void lazy(Model& model, uint32_t pending, long times) {
    Binary queue;
    std::vector<uint32_t> generation(pending, 0);
    auto schedule = [&](uint32_t entity) {
        Event event = model.event(entity, 0);
        event.second = generation[entity];
        queue.push(event);
    };
    for (uint32_t entity = 0; entity < pending; entity++) schedule(entity);
    report(model, times, [&](long count) {
        for (long k = 0; k < count; k++) {
            Event event = queue.pop();
            while (event.second != generation[event.entity]) event = queue.pop();
            model.took(event);
            schedule(event.entity);
            if ((k & 3) != 0) continue;
            uint32_t entity = model.chosen(pending);
            generation[entity]++;
            schedule(entity);
        }
    });
}

void indexed(Model& model, uint32_t pending, long times) {
    QuaternaryHeap<PlaceOfEntity> queue;
    queue.place.places.resize(pending);
    for (uint32_t entity = 0; entity < pending; entity++) queue.push(model.event(entity, 0));
    report(model, times, [&](long count) {
        for (long k = 0; k < count; k++) {
            Event event = queue.pop();
            model.took(event);
            queue.push(model.event(event.entity, event.count + 1));
            if ((k & 3) != 0) continue;
            uint32_t entity = model.chosen(pending);
            queue.replace(queue.place.places[entity], model.event(entity, 0));
        }
    });
}

}  // namespace

int main(int count, char** words) {
    if (count != 5) return 64;
    Model model;
    model.increments = read(words[4]);
    uint32_t pending = (uint32_t)atol(words[2]);
    long times = atol(words[3]);
    if (!strcmp(words[1], "binary")) hold<Binary>(model, pending, times);
    else if (!strcmp(words[1], "quaternary")) hold<QuaternaryHeap<NoPlace>>(model, pending, times);
    else if (!strcmp(words[1], "lazy")) lazy(model, pending, times);
    else if (!strcmp(words[1], "indexed")) indexed(model, pending, times);
    else return 64;
}
