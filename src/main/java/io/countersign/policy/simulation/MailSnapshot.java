package io.countersign.policy.simulation;

import io.countersign.mail.MailChanges;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.policy.MatchTable;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All stored mail, newest first, as it was after one change of it.
 *
 * @param change the number of that change in the log; some later ones may be in it too
 * @param followed how many mails were read one by one since all were
 */
record MailSnapshot(long change, MatchTable table, FieldValues values, CompactMail compact, int followed) {
    private static final int STEP = 2000;
    private static final int NEWEST = 4000;
    // H2 compares each row that it finds with all ids that it was asked for.
    private static final int PAGE = 200;

    static MailSnapshot load(MessageRepository messages, long change, Progress progress) {
        var compact = new CompactMail();
        var mails = new ArrayList<Message>();
        messages.forEachNewestFirst(message -> {
            if (mails.size() % STEP == 0) {
                progress.checkCancelled();
                progress.report(mails.size(), 0, "");
            }
            return mails.add(compact.of(message));
        });
        var table = new MatchTable(mails);
        table.prepare();
        return new MailSnapshot(change, table, new FieldValues(table.mails()), compact, 0);
    }

    /** The newest of the mails. */
    MatchTable newest() {
        return new MatchTable(
                table.mails().subList(0, Math.min(NEWEST, table.mails().size())));
    }

    /** The mail as it is now, of which only what is new or changed is read; empty when all is to be loaded again. */
    Optional<MailSnapshot> following(MessageRepository messages, MailChanges log, Progress progress) {
        long now = change;
        var ids = new TreeSet<Long>();
        try {
            for (var next = log.after(now, STEP); !next.isEmpty(); next = log.after(now, STEP)) {
                next.forEach(one -> ids.add(one.messageId()));
                now = next.getLast().number();
                // What replaced mails had is still known to compact: all is loaded again before that grows.
                if (followed + ids.size() > table.mails().size()) {
                    return Optional.empty();
                }
            }
        } catch (MailChanges.Forgotten _) {
            return Optional.empty();
        }
        var changed = new TableUpdate(table, ids).applied(read(messages, List.copyOf(ids), progress));
        return Optional.of(
                new MailSnapshot(now, changed, new FieldValues(changed.mails()), compact, followed + ids.size()));
    }

    private List<Message> read(MessageRepository messages, List<Long> ids, Progress progress) {
        var read = new ArrayList<Message>(ids.size());
        for (int from = 0; from < ids.size(); from += PAGE) {
            progress.checkCancelled();
            progress.report(from, ids.size(), "");
            messages.findAll(ids.subList(from, Math.min(ids.size(), from + PAGE)))
                    .forEach(message -> read.add(compact.of(message)));
        }
        return read;
    }
}
