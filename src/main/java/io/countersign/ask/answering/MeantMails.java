package io.countersign.ask.answering;

import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.Narrowing;
import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The mails that a question is about. They are told from the roll of all mail where that has been read, and only those are read
 * whose words it cannot tell; otherwise from the mails themselves, no further back than the question goes. For one question.
 */
final class MeantMails {
    private static final int BATCH = 500;
    private static final int CHECK_EVERY = 1000;

    private final Desks desks;
    private final Progress progress;
    private final Narrowing by;
    private final MailFilter filter;

    MeantMails(Desks desks, Narrowing by, Progress progress) {
        this.desks = desks;
        this.progress = progress;
        this.by = by;
        this.filter = new MailFilter(by, desks.zone());
    }

    /** Newest first; empty when the question has words that no mail explains. */
    Optional<List<MailMark>> find() {
        var found = desks.roll().marks(progress).map(this::fromRoll).orElseGet(this::fromMail);
        return filter.leavesWordsUnexplained() ? Optional.empty() : Optional.of(found);
    }

    /** The mails themselves, newest first. */
    static List<Message> read(Desks desks, List<MailMark> marks) {
        return newestFirst(
                desks.messages().findAll(marks.stream().map(MailMark::id).toList()));
    }

    static List<Message> newestFirst(Collection<Message> mails) {
        return mails.stream()
                .sorted(Comparator.comparing((Message mail) -> mail.envelope().receivedAt())
                        .thenComparingLong(Message::id)
                        .reversed())
                .toList();
    }

    private List<MailMark> fromMail() {
        var found = new ArrayList<MailMark>();
        var seen = new int[1];
        desks.messages().forEachNewestFirst(mail -> {
            if (++seen[0] % CHECK_EVERY == 0) {
                progress.checkCancelled();
            }
            if (filter.isMeant(mail)) {
                found.add(MailMark.of(mail));
            }
            return !filter.isBeforeStart(MailMark.of(mail));
        });
        return found;
    }

    private List<MailMark> fromRoll(List<MailMark> marks) {
        var fitting = marks.stream().filter(filter::fits).toList();
        if (by.mentions().isEmpty() && by.except().isEmpty()) {
            return fitting;
        }
        var possible = fitting.stream().filter(filter::mayBeNamed).toList();
        boolean told = by.mentions().stream().allMatch(Mention::isSender);
        var found = new ArrayList<MailMark>();
        if (told) {
            found.addAll(possible);
        } else {
            readEach(possible, mail -> {
                if (filter.isMeant(mail)) {
                    found.add(MailMark.of(mail));
                }
                return true;
            });
        }
        explain(fitting);
        return found;
    }

    /** Looks for one mail that has the word, for each word that nothing explained yet. */
    private void explain(List<MailMark> fitting) {
        for (var mention : filter.unexplained()) {
            var possible = fitting.stream()
                    .filter(mark -> filter.mayHold(mark, mention))
                    .toList();
            readEach(possible, mail -> !filter.explains(mail, mention));
        }
    }

    private void readEach(List<MailMark> marks, Predicate<Message> visitor) {
        for (int start = 0; start < marks.size(); start += BATCH) {
            progress.checkCancelled();
            var batch = marks.subList(start, Math.min(marks.size(), start + BATCH));
            for (var mail : read(desks, batch)) {
                if (!visitor.test(mail)) {
                    return;
                }
            }
        }
    }
}
