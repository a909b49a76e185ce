package io.countersign.policy.simulation;

import com.google.re2j.Pattern;
import io.countersign.mail.MailChanges;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.policy.Condition;
import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageField;
import io.countersign.policy.MessageFields;
import io.countersign.policy.Operand;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Measures the count while a condition is typed, for clauses that no fixed text narrows down, and after mail changed; argument:
 * a home, whose mail is changed. "as stored" is the mail of the home; "all different" has no text twice, as real mail. Every
 * count is compared with what RE2/J finds one by one.
 */
public final class LiveCountBench {
    private static final int ROUNDS = 7;
    private static final List<String> FIELDS = List.of("subject", "preview", "from", "to");
    private static final List<String> PATTERNS = List.of(
            "\\d{4,}",
            "[a-z]+ing",
            "^.{3,20}$",
            "(?i)^[a-z]+\\.[a-z]+@",
            "\\d{1,2}:\\d\\d ?[ap]m",
            "[A-Z]{2,}-?[0-9]+",
            "\\w+@\\w+\\.com",
            "(?i)\\b(offer|interview|invoice)\\b",
            "(a+)+b",
            "[^ ]{15,}",
            "(.*)(.*)(.*)[0-9]x",
            "[ab]*a[a-z ]{12}b",
            "\\p{Lu}{3,}",
            "(?s)a.*\\d");

    private LiveCountBench() {}

    public static void main(String[] arguments) {
        try (var database = Database.open(
                new DatabaseSettings.Embedded(Path.of(arguments[0]).resolve("countersign")))) {
            var stored = new JdbcMessageRepository(database);
            var log = new JdbcMailChanges(database);
            typed("as stored", stored, log);
            typed("all different", new VariedMessages(stored), log);
            changed(stored, log);
        }
    }

    private static void typed(String what, MessageRepository messages, MailChanges log) {
        var live = new LiveMatchService(messages, log, Clock.systemUTC());
        long before = used();
        timed(1, () -> {
                    live.prepare(Progress.none());
                    return 0L;
                })
                .print(what + ": loading");
        System.out.println("held: " + (used() - before) / 1_000_000 + " MB");
        var mails = new ArrayList<Message>();
        messages.forEachNewestFirst(mails::add);
        for (var name : FIELDS) {
            var field = MessageFields.named(name);
            for (var source : PATTERNS) {
                var round = new int[1];
                // Another pattern each time, as while typing: nothing is remembered.
                var took = timed(ROUNDS, () -> count(live, field, source + "(?:)".repeat(round[0]++)));
                took.print(what + ": " + name + " " + source);
                check(took.answer(), mails, field, Pattern.compile(source));
            }
            var typed = "meetings";
            var length = new int[1];
            timed(
                            ROUNDS,
                            () -> live.matches(
                                            new Leaf(
                                                    Operator.CONTAINS,
                                                    field,
                                                    new Operand.Text(typed.substring(0, ++length[0]))),
                                            50,
                                            Progress.none())
                                    .count())
                    .print(what + ": " + name + " contains");
        }
    }

    private static long count(LiveMatches live, MessageField field, String pattern) {
        Condition condition = new Leaf(Operator.REGEX, field, new Operand.Regex(Pattern.compile(pattern)));
        return live.matches(condition, 50, Progress.none()).count();
    }

    private static void check(long count, List<Message> mails, MessageField field, Pattern pattern) {
        long expected = mails.stream()
                .filter(mail -> texts(field, mail).stream()
                        .anyMatch(
                                text -> !text.isEmpty() && pattern.matcher(text).find()))
                .count();
        if (count != expected) {
            throw new IllegalStateException(pattern + ": " + count + " instead of " + expected);
        }
    }

    private static List<String> texts(MessageField field, Message mail) {
        return switch (field) {
            case MessageField.Text text -> List.of(text.read().apply(mail));
            case MessageField.Texts texts -> texts.read().apply(mail);
            case MessageField.Numeric _, MessageField.Flag _, MessageField.Moment _ -> List.of();
        };
    }

    private static void changed(MessageRepository messages, MailChanges log) {
        var live = new LiveMatchService(messages, log, Clock.systemUTC());
        live.prepare(Progress.none());
        var all = new ArrayList<Message>();
        messages.forEachNewestFirst(all::add);
        var field = MessageFields.named("subject");
        for (int size : List.of(1, 100, 5000)) {
            var best = new Took(0, Double.MAX_VALUE, Double.MAX_VALUE);
            for (int round = 0; round < 4; round++) {
                var some = messages.findAll(
                        all.subList(0, size).stream().map(Message::id).toList());
                var folder = "F" + size + round;
                messages.updateStates(some.stream()
                        .map(mail -> mail.withState(mail.state().withFolder(folder)))
                        .toList());
                best = best.or(timed(1, () -> count(live, field, "[a-z]+ing")));
            }
            best.print("first count after a change of " + size + " mails");
        }
    }

    private record Took(long answer, double millis, double processor) {
        Took or(Took other) {
            return new Took(other.answer, Math.min(millis, other.millis), Math.min(processor, other.processor));
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT, "%-60s %7.1f ms %7.1f ms of processor time (%d)%n", what, millis, processor, answer);
        }
    }

    /** The best of several: other work on the machine makes it wait. */
    private static Took timed(int rounds, Supplier<Long> work) {
        var best = new Took(0, Double.MAX_VALUE, Double.MAX_VALUE);
        for (int i = 0; i < rounds; i++) {
            long cpu = cpu();
            long start = System.nanoTime();
            long answer = work.get();
            best = best.or(new Took(answer, (System.nanoTime() - start) / 1e6, (cpu() - cpu) / 1e6));
        }
        return best;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
