package io.countersign.shared.db;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Counts the changes of each table: when a statement is executed, and again when its transaction ends. Thread-safe. */
final class TableChanges {
    private static final Pattern WRITING =
            Pattern.compile("\\s*(?:insert\\s+into|merge\\s+into|update|delete\\s+from)\\s+(\\w+)\\b");

    /** A statement that is none of those may have changed anything. */
    private static final String ANY = "";

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Map<String, String> tables = new ConcurrentHashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // one per database, and a process has one database: no static state
    private final ThreadLocal<Set<String>> uncommitted = ThreadLocal.withInitial(HashSet::new);

    void executed(String sql, boolean inTransaction) {
        var table = tables.computeIfAbsent(sql, TableChanges::table);
        count(table);
        if (inTransaction) {
            uncommitted.get().add(table);
        }
    }

    /** The transaction of this thread has ended. */
    void committed() {
        uncommitted.get().forEach(this::count);
        uncommitted.remove();
    }

    /** Another number after every change of one of these. */
    long version(Set<String> some) {
        return some.stream().mapToLong(this::changes).sum() + changes(ANY);
    }

    private long changes(String table) {
        var count = counts.get(table);
        return count == null ? 0 : count.get();
    }

    private void count(String table) {
        counts.computeIfAbsent(table, _ -> new AtomicLong()).incrementAndGet();
    }

    private static String table(String sql) {
        var writing = WRITING.matcher(sql);
        return writing.lookingAt() ? writing.group(1) : ANY;
    }
}
