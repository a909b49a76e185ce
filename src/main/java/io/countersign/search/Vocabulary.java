package io.countersign.search;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.MailChanges;
import io.countersign.mail.MailChanges.Change;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.Stage;
import io.countersign.shared.task.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What can stand behind an operator: people, labels, categories and stages, each with how many mails have it. Read from all
 * mail once, then it follows the log. Blocking and thread-safe.
 */
final class Vocabulary {
    private static final int STEP = 200;
    private static final int REREAD_AFTER = 20_000;

    private final MailChanges log;
    private final MessageRepository messages;
    private final Map<Long, Values> valuesOf = new HashMap<>();
    private final Map<Values, Values> shared = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Long> labels = new HashMap<>();
    private final Map<String, Long> categories = new HashMap<>();
    private final Map<String, Long> stages = new HashMap<>();
    private long change = -1;
    private int followed;

    Vocabulary(MailChanges log, MessageRepository messages) {
        this.log = log;
        this.messages = messages;
    }

    /** Who wrote mail, with the name of the first one that was seen. */
    record Person(String email, String name, long mails) {
        private Person counted() {
            return new Person(email, name, mails + 1);
        }
    }

    /** All values at one moment, with how many mails have each. */
    record Words(
            List<Person> people, Map<String, Long> labels, Map<String, Long> categories, Map<String, Long> stages) {
        Words {
            people = List.copyOf(people);
            labels = Map.copyOf(labels);
            categories = Map.copyOf(categories);
            stages = Map.copyOf(stages);
        }
    }

    private record Values(List<String> labels, String category, Optional<String> stage) {}

    /** As of the newest change. */
    synchronized Words words() {
        refresh(Progress.none());
        return new Words(List.copyOf(people.values()), labels, categories, stages);
    }

    /** Reads what was added or changed, so that {@link #words} has nothing to wait for. */
    synchronized void refresh(Progress progress) {
        long latest = log.latest();
        if (latest != change && !followed(latest, progress)) {
            readAll(latest, progress);
        }
    }

    private boolean followed(long latest, Progress progress) {
        try {
            while (change >= 0 && followed < REREAD_AFTER && change < latest) {
                progress.checkCancelled();
                var changes = log.after(change, STEP);
                if (changes.isEmpty()) {
                    return true;
                }
                var ids = changes.stream().map(Change::messageId).distinct().toList();
                messages.findAll(ids).forEach(this::count);
                followed += ids.size();
                change = changes.getLast().number();
            }
            return change >= latest;
        } catch (MailChanges.Forgotten _) {
            return false;
        }
    }

    private void readAll(long latest, Progress progress) {
        change = -1;
        followed = 0;
        List.of(valuesOf, shared, people, labels, categories, stages).forEach(Map::clear);
        messages.forEachNewestFirst(mail -> {
            progress.checkCancelled();
            count(mail);
            return true;
        });
        change = latest;
    }

    private void count(Message mail) {
        var values = valuesOf(mail);
        var before = valuesOf.put(mail.id(), values);
        if (before == null) {
            countSender(mail.envelope().from());
            count(values, 1);
        } else if (!before.equals(values)) {
            count(before, -1);
            count(values, 1);
        }
    }

    private Values valuesOf(Message mail) {
        var values = new Values(
                mail.labels(),
                mail.understanding().category().id(),
                mail.understanding().ats().flatMap(AtsFacts::stage).map(Stage::id));
        var same = shared.putIfAbsent(values, values);
        return same == null ? values : same;
    }

    private void countSender(Address from) {
        if (!from.email().isBlank()) {
            people.merge(
                    from.email().toLowerCase(Locale.ROOT),
                    new Person(from.email().toLowerCase(Locale.ROOT), from.name(), 1),
                    (known, _) -> known.counted());
        }
    }

    private void count(Values values, long by) {
        values.labels().forEach(label -> count(labels, label, by));
        count(categories, values.category(), by);
        values.stage().ifPresent(stage -> count(stages, stage, by));
    }

    private static void count(Map<String, Long> mails, String value, long by) {
        mails.merge(value, by, (known, more) -> known + more == 0 ? null : known + more);
    }
}
