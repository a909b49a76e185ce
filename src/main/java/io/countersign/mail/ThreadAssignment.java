package io.countersign.mail;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the threads of a batch of new mails: mails that share a hash belong together, and a thread is named after the smallest
 * id in it. The outcome does not depend on the order in which mails arrive.
 */
final class ThreadAssignment {
    private final Map<Long, Long> knownThreads;
    private final Map<Long, Long> newLinks = new HashMap<>();
    private final Map<Long, Long> parents = new HashMap<>();

    /** Starts from the threads that stored mail already gives these hashes. */
    ThreadAssignment(Map<Long, Long> knownThreads) {
        this.knownThreads = knownThreads;
    }

    /** Adds a new mail with all hashes that it has or refers to. */
    void add(long id, Collection<Long> hashes) {
        for (long hash : hashes) {
            var known = knownThreads.get(hash);
            var earlier = known != null ? known : newLinks.putIfAbsent(hash, id);
            if (earlier != null) {
                unite(id, earlier);
            }
        }
    }

    /** The thread of a mail that was added, once all were. */
    long threadOf(long id) {
        long root = id;
        for (var up = parents.get(root); up != null; up = parents.get(root)) {
            root = up;
        }
        for (long step = id; step != root; ) {
            var next = parents.put(step, root);
            step = next == null ? root : next;
        }
        return root;
    }

    /** Hashes that no stored mail had, each with one new mail that has it. */
    Map<Long, Long> newLinks() {
        return newLinks;
    }

    /** Stored threads that turned out to be part of another: from old to new. */
    Map<Long, Long> merges() {
        var merges = new HashMap<Long, Long>();
        for (var thread : knownThreads.values()) {
            long root = threadOf(thread);
            if (root != thread) {
                merges.put(thread, root);
            }
        }
        return merges;
    }

    private void unite(long one, long other) {
        long first = threadOf(one);
        long second = threadOf(other);
        if (first != second) {
            parents.put(Math.max(first, second), Math.min(first, second));
        }
    }
}
