#if DEBUG
    extension EventCalendar {
        /// Traps when the calendar's parts contradict each other; present in debug builds only.
        ///
        /// - Complexity: O(*n*), where *n* is the number of events; performance promises are void.
        public borrowing func checkInvariants() {
            var total = checkSorted(front.events, front.first, front.end)
            total += checkSorted(run.events, run.first, run.end)
            let earliest = Self.key(instant, 0)
            precondition(buckets.base <= earliest, "The base has passed the clock.")
            precondition(buckets.isEmpty || limit < .max, "Nothing bounds the front.")
            buckets.forEach { number, event in
                precondition(event.key >= limit, "A bucket holds an event due before the others.")
                precondition(buckets.bucketNumber(of: event.key) == number, "Wrong bucket.")
                total += 1
            }
            checkFilled()
            precondition(total == live + tickets.stale, "Events were lost or doubled.")
        }

        private borrowing func checkSorted(
            _ events: UnsafeMutablePointer<PendingEvent<Event>>,
            _ first: Int,
            _ end: Int
        ) -> Int {
            for index in first..<end {
                precondition(events[index].key < limit, "An event lies before its bound.")
                precondition(
                    index == first || events[index - 1].key <= events[index].key,
                    "Sorted events are out of order."
                )
            }
            return end - first
        }

        private borrowing func checkFilled() {
            for number in 0..<EventBuckets<Event>.bucketCount {
                let isMarked = buckets.filled[number / 64] >> UInt64(number % 64) & 1 == 1
                precondition(isMarked != buckets.buckets[number].isEmpty, "A bucket is mismarked.")
            }
            for word in 0..<(EventBuckets<Event>.bucketCount / 64) {
                let isMarked = buckets.filledWords >> UInt32(word) & 1 == 1
                precondition(isMarked == (buckets.filled[word] != 0), "A word is mismarked.")
            }
        }
    }
#endif
