package io.countersign.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the threads of a batch of new mails and what to remember for later ones. A thread is a connected part of what
 * {@link ThreadKeys} says, named after the smallest id in it, so the outcome does not depend on the order in which mails arrive.
 */
final class ThreadAssignment {
    private final MailStore store;
    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<Long, Long> newLinks = new HashMap<>();
    private final Map<Long, List<Long>> newSubjects = new HashMap<>();
    private final Set<Long> storedThreads = new HashSet<>();
    private Map<Long, Long> known = Map.of();

    ThreadAssignment(MailStore store) {
        this.store = store;
    }

    /** A new mail and what puts it into a conversation. */
    record NewMail(long id, ThreadKeys keys) {}

    /** Places all mails of the batch. */
    void add(List<NewMail> mails) {
        known = store.threads(sought(mails));
        storedThreads.addAll(known.values());
        for (var mail : mails) {
            references(mail.keys()).forEach(hash -> join(mail.id(), hash));
        }
        // Replies go first: they decide whether the other mails of a subject belong together.
        var replied = new HashSet<Long>();
        for (var mail : mails) {
            if (mail.keys().reply()) {
                for (long subject : mail.keys().subjects()) {
                    if (!known.containsKey(repliedTo(subject))) {
                        replied.add(subject);
                    }
                    join(mail.id(), repliedTo(subject));
                }
            }
        }
        store.subjectThreads(replied).forEach((subject, threads) -> {
            storedThreads.addAll(threads);
            threads.forEach(thread -> join(thread, repliedTo(subject)));
        });
        for (var mail : mails) {
            if (!mail.keys().reply()) {
                mail.keys().subjects().forEach(subject -> original(mail.id(), subject));
            }
        }
    }

    private void original(long id, long subject) {
        long hash = repliedTo(subject);
        if (known.containsKey(hash) || newLinks.containsKey(hash)) {
            join(id, hash);
        } else {
            newSubjects.computeIfAbsent(subject, _ -> new ArrayList<>()).add(id);
        }
    }

    private static Set<Long> sought(List<NewMail> mails) {
        var hashes = new HashSet<Long>();
        for (var mail : mails) {
            hashes.addAll(references(mail.keys()));
            mail.keys().subjects().forEach(subject -> hashes.add(repliedTo(subject)));
        }
        return hashes;
    }

    private static Set<Long> references(ThreadKeys keys) {
        var hashes = new HashSet<>(keys.references());
        if (keys.own() != 0) {
            hashes.add(keys.own());
        }
        return hashes;
    }

    /** The hash that stands for "a mail with this subject was replied to". */
    private static long repliedTo(long subject) {
        return subject ^ 0x5bd1e9955bd1e995L;
    }

    private void join(long id, long hash) {
        var stored = known.get(hash);
        var earlier = stored != null ? stored : newLinks.putIfAbsent(hash, id);
        if (earlier != null) {
            unite(id, earlier);
        }
    }

    private void unite(long one, long other) {
        long first = threadOf(one);
        long second = threadOf(other);
        if (first != second) {
            parents.put(Math.max(first, second), Math.min(first, second));
        }
    }

    /** The thread of a mail that was added. */
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

    /** Writes down what later mails need, and merges stored threads that turned out to be one. */
    void save() {
        var merges = new HashMap<Long, Long>();
        for (long thread : storedThreads) {
            long root = threadOf(thread);
            if (root != thread) {
                merges.put(thread, root);
            }
        }
        store.mergeThreads(merges);
        store.link(newLinks);
        store.linkSubjects(newSubjects);
    }
}
