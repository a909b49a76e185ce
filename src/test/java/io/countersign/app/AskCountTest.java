package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.Answer;
import io.countersign.ask.AskDesk;
import io.countersign.ask.MailFinder;
import io.countersign.ask.Question;
import io.countersign.ask.answering.MailRoll;
import io.countersign.ask.answering.RollFile;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is counted by the roll of all mail is what is counted by reading mail after mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AskCountTest {
    private static final int QUESTIONS = 250;
    private static final List<String> BEGINNINGS = List.of(
            "How many %s do I have",
            "Which %s did I get",
            "Who sends me the most %s",
            "What is the latest of my %s",
            "What is the oldest of my %s",
            "Did I get any %s",
            "Show me the %s",
            "Unsubscribe me from %s",
            "Mark all %s as read",
            "Flag the %s",
            "Archive the %s",
            "Summarise the %s");
    private static final List<String> KINDS = List.of(
            "mails",
            "newsletters",
            "unread mails",
            "promotions",
            "unread promotions",
            "suspicious mails",
            "starred mails",
            "mails with attachments",
            "receipt mails",
            "mails I sent");
    private static final List<String> NAMES = List.of(
            "",
            "",
            " from Halden Outdoor",
            " from Nadia",
            " from Gridline or CloudKeep",
            " about the boiler",
            " about engineers",
            " about coffee",
            " from Nobody Known",
            " about xylophones",
            " with Tessel",
            " to Marcus",
            " about interviews from Dana");
    private static final List<String> TIMES = List.of(
            "",
            "",
            " in October",
            " since September",
            " this month",
            " last week",
            " before November",
            " in 2025",
            " between 1 and 15 November",
            " yesterday");
    private static final List<String> EXCEPTIONS =
            List.of("", "", "", " except Maison Verel", " unless they are from Airwend");

    private final AskDemo demo = new AskDemo();
    private final Database database =
            Database.open(new DatabaseSettings.Embedded(demo.directory().resolve("countersign")));

    @AfterAll
    void close() {
        database.close();
        demo.close();
    }

    @Test
    void theRollGivesTheAnswersThatReadingGivesAlsoAfterMailHasChanged() throws Exception {
        var roll = roll("kept");
        roll.prepare(Progress.none());
        try (var unread = new BeingRead(roll("never-read"))) {
            var quick = desk(roll);
            assertSame(quick, desk(unread.roll), new Random(6));

            change(new Random(7));
            assertSame(quick, desk(unread.roll), new Random(8));
            assertSame(desk(roll("kept")), desk(unread.roll), new Random(9));
        }
    }

    @Test
    void aFileThatIsCutSpoiltOrOfAnotherDatabaseIsReadAnew() throws Exception {
        var file = demo.directory().resolve("spoilt");
        roll("spoilt").prepare(Progress.none());
        var whole = Files.readAllBytes(file);
        var question = "How many newsletters do I have?";
        var right = ask(desk(roll("spoilt")), question);
        assertThat(right.citations()).isNotEmpty();
        var random = new Random(10);
        for (int round = 0; round < 40; round++) {
            var bytes = Arrays.copyOf(whole, round % 4 == 0 ? random.nextInt(whole.length) : whole.length);
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bytes);
            assertThat(ask(desk(roll("spoilt")), question)).isEqualTo(right);
            assertThat(Files.readAllBytes(file)).as("made anew").hasSameSizeAs(whole);
        }
    }

    /** A roll that another thread has begun to read and does not finish. */
    private static final class BeingRead implements AutoCloseable {
        private final MailRoll roll;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Thread reader;

        BeingRead(MailRoll roll) throws InterruptedException {
            this.roll = roll;
            reader = Thread.ofPlatform().daemon().start(this::read);
            begun.await();
        }

        private void read() {
            try {
                roll.prepare(new Progress() {
                    @Override
                    public void report(long done, long total, String message) {}

                    @Override
                    public void checkCancelled() {
                        begun.countDown();
                        try {
                            closed.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        throw new CancellationException();
                    }
                });
            } catch (CancellationException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed.countDown();
            try {
                reader.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private MailRoll roll(String file) {
        return new MailRoll(
                demo.root().messages(),
                new JdbcMailChanges(database),
                new RollFile(demo.directory().resolve(file)));
    }

    private AskDesk desk(MailRoll roll) {
        var root = demo.root();
        return new AskParts(
                        root.applications().desk(),
                        root.money(),
                        root.messages(),
                        roll,
                        root.reader(),
                        root.approvals(),
                        MailFinder.by(root.search().desk()),
                        root.requests(),
                        Optional::empty)
                .desk(AskDemo.CLOCK, Locale.UK);
    }

    private static void assertSame(AskDesk quick, AskDesk plain, Random random) {
        int found = 0;
        for (var question : questions(random)) {
            var answer = ask(plain, question);
            assertThat(ask(quick, question)).as(question).isEqualTo(answer);
            found += answer.citations().isEmpty() ? 0 : 1;
        }
        assertThat(found).as("questions with mail to answer them").isGreaterThan(QUESTIONS / 4);
    }

    private static Answer ask(AskDesk desk, String question) {
        return desk.ask(new Question(question, Mode.PLAIN), _ -> {}, Progress.none());
    }

    private static List<String> questions(Random random) {
        return IntStream.range(0, QUESTIONS)
                .mapToObj(_ -> String.format(any(BEGINNINGS, random), any(KINDS, random))
                        + any(NAMES, random)
                        + any(TIMES, random)
                        + any(EXCEPTIONS, random)
                        + "?")
                .toList();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Mail is read, starred, answered and moved, as in a day of work. */
    private void change(Random random) {
        var changed = new ArrayList<Message>();
        demo.root().messages().forEachNewestFirst(mail -> {
            if (random.nextInt(4) == 0) {
                var state = mail.state();
                changed.add(mail.withState(new MailboxState(
                        random.nextInt(5) == 0 ? "Sent" : state.folder(),
                        state.labels(),
                        state.assignedLabels(),
                        !state.unread(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        state.quarantined())));
            }
            return true;
        });
        assertThat(demo.root().messages().updateStates(changed)).hasSameSizeAs(changed);
    }
}
