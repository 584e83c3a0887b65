/* What the engine needs of a C library, for WebAssembly without one and for arm64 with one. */

#include <stddef.h>
#include <stdint.h>

int32_t play_rows(void);

#ifdef __wasm__

/* Reading and writing, as WASI offers it. */

typedef struct {
    const void *bytes;
    size_t count;
} Span;

#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
WASI(fd_read) int32_t fd_read(int32_t file, const Span *spans, size_t count, size_t *done);
WASI(fd_write) int32_t fd_write(int32_t file, const Span *spans, size_t count, size_t *done);
WASI(proc_exit) void proc_exit(int32_t code);

ptrdiff_t system_read(uint8_t *bytes, ptrdiff_t count) {
    Span span = {bytes, (size_t)count};
    size_t done = 0;
    return fd_read(0, &span, 1, &done) ? -1 : (ptrdiff_t)done;
}

void system_write(const uint8_t *bytes, ptrdiff_t count) {
    while (count > 0) {
        Span span = {bytes, (size_t)count};
        size_t done = 0;
        if (fd_write(1, &span, 1, &done)) __builtin_trap();
        bytes += done;
        count -= (ptrdiff_t)done;
    }
}

__attribute__((export_name("_start"))) void start(void) { proc_exit(play_rows()); }

/* Memory: lists of free blocks by size, in powers of two from 16 bytes. */

typedef struct Block {
    struct Block *next;
    uint32_t size_class;
    uint32_t padding;
} Block; /* the header lies in the 16 bytes before what is handed out */

extern uint8_t __heap_base;
static Block *free_blocks[32];
static uintptr_t heap_end;

static void *fresh(size_t bytes) {
    if (!heap_end) heap_end = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
    uintptr_t place = heap_end;
    heap_end += bytes;
    size_t have = __builtin_wasm_memory_size(0) * 65536;
    if (heap_end > have) {
        size_t pages = (heap_end - have + 65535) / 65536;
        if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) __builtin_trap();
    }
    return (void *)place;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    if (alignment > 16) __builtin_trap();
    uint32_t size_class = 4;
    while (((size_t)1 << size_class) < size) size_class++;
    Block *block = free_blocks[size_class];
    if (block) free_blocks[size_class] = block->next;
    else block = fresh(16 + ((size_t)1 << size_class));
    block->size_class = size_class;
    *result = (uint8_t *)block + 16;
    return 0;
}

void free(void *place) {
    if (!place) return;
    Block *block = (Block *)((uint8_t *)place - 16);
    block->next = free_blocks[block->size_class];
    free_blocks[block->size_class] = block;
}

/* Bytes. Compiled so that the loops do not become calls of themselves. */

void *memcpy(void *to, const void *from, size_t count) {
    __builtin_memcpy(to, from, count);
    return to;
}

void *memmove(void *to, const void *from, size_t count) {
    __builtin_memmove(to, from, count);
    return to;
}

void *memset(void *to, int byte, size_t count) {
    __builtin_memset(to, byte, count);
    return to;
}

int memcmp(const void *left, const void *right, size_t count) {
    const uint8_t *a = left, *b = right;
    for (; count; count--, a++, b++)
        if (*a != *b) return *a - *b;
    return 0;
}

/* Products of 128 bits; WebAssembly multiplies 64. */

__int128 __multi3(__int128 left, __int128 right) {
    uint64_t a = (uint64_t)left, b = (uint64_t)right, mask = 0xFFFFFFFF;
    uint64_t low = (a & mask) * (b & mask), cross = (a >> 32) * (b & mask) + (low >> 32);
    uint64_t other = (a & mask) * (b >> 32) + (cross & mask);
    uint64_t high = (a >> 32) * (b >> 32) + (cross >> 32) + (other >> 32);
    high += (uint64_t)(left >> 64) * b + a * (uint64_t)(right >> 64);
    uint64_t bottom = (other << 32) | (low & mask);
    return (__int128)((unsigned __int128)high << 64 | bottom);
}

uintptr_t __stack_chk_guard = 0x5A17C0DE;
void __stack_chk_fail(void) { __builtin_trap(); }

#else

#include <unistd.h>

ptrdiff_t system_read(uint8_t *bytes, ptrdiff_t count) { return read(0, bytes, (size_t)count); }

void system_write(const uint8_t *bytes, ptrdiff_t count) {
    while (count > 0) {
        ptrdiff_t done = write(1, bytes, (size_t)count);
        if (done <= 0) _exit(74);
        bytes += done;
        count -= done;
    }
}

int main(void) { return play_rows(); }

#endif

/* Swift seeds its hashing with it; a drill neither hashes nor asks for it. */
void arc4random_buf(void *bytes, size_t count) {
    for (uint8_t *place = bytes; count; count--) *place++ = 0;
}
