package io.countersign.policy.simulation;

import io.countersign.mail.Message;
import io.countersign.policy.MatchTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts mails into a table in the place of how they were before. For one thread. */
final class TableUpdate {
    private static final int NEW = -1;
    private static final Comparator<Message> NEWEST_FIRST = Comparator.comparing(
                    (Message message) -> message.envelope().receivedAt())
            .thenComparingLong(Message::id)
            .reversed();

    private final MatchTable table;
    private final int[] kept;

    /** {@code table} has its mails newest first; {@code changed} are ids of mails that are new or no longer as they are there. */
    TableUpdate(MatchTable table, Set<Long> changed) {
        this.table = table;
        this.kept = IntStream.range(0, table.mails().size())
                .filter(i -> !changed.contains(table.mails().get(i).id()))
                .toArray();
    }

    /** A table with these in the place of those that changed. */
    MatchTable applied(List<Message> read) {
        var fresh = read.stream().sorted(NEWEST_FIRST).toList();
        int size = kept.length + fresh.size();
        var mails = new ArrayList<Message>(size);
        var origins = new int[size];
        int next = 0;
        for (int old : kept) {
            var mail = table.mails().get(old);
            while (next < fresh.size() && NEWEST_FIRST.compare(fresh.get(next), mail) < 0) {
                origins[mails.size()] = NEW;
                mails.add(fresh.get(next++));
            }
            origins[mails.size()] = old;
            mails.add(mail);
        }
        Arrays.fill(origins, mails.size(), size, NEW);
        mails.addAll(fresh.subList(next, fresh.size()));
        return table.following(mails, origins);
    }
}
