package io.countersign.policy.simulation;

import io.countersign.mail.Message;
import io.countersign.policy.MatchTable;
import io.countersign.policy.simulation.MailRevision.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of the mails of a table. For one thread. */
final class MailChanges {
    private static final int NEW = -1;
    private static final Comparator<Message> NEWEST_FIRST = Comparator.comparing(
                    (Message message) -> message.envelope().receivedAt())
            .thenComparingLong(Message::id)
            .reversed();

    private final MatchTable table;
    private final Map<Long, Mark> unknown = new HashMap<>();
    private final int[] kept;

    /** {@code table} has its mails newest first. */
    MailChanges(MatchTable table, List<Mark> marks) {
        this.table = table;
        marks.forEach(mark -> unknown.put(mark.id(), mark));
        var mails = table.mails();
        var same = new int[mails.size()];
        int count = 0;
        for (int i = 0; i < same.length; i++) {
            var mail = mails.get(i);
            if (unknown.remove(mail.id(), new Mark(mail.id(), mail.version(), mail.threadId()))) {
                same[count++] = i;
            }
        }
        this.kept = Arrays.copyOf(same, count);
    }

    /** The ids of the mails that are new or not as the table has them, rising. */
    List<Long> changed() {
        return unknown.keySet().stream().sorted().toList();
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
