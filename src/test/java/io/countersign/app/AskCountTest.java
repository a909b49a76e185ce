package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.Answer;
import io.countersign.ask.AskDesk;
import io.countersign.ask.MailFinder;
import io.countersign.ask.Question;
import io.countersign.ask.answering.MailRoll;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
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
    void theRollGivesTheAnswersThatReadingGivesAlsoAfterMailHasChanged() {
        var roll = roll();
        roll.prepare(Progress.none());
        var quick = desk(roll);
        assertSame(quick, desk(roll()), new Random(6));

        change(new Random(7));
        assertSame(quick, desk(roll()), new Random(8));
    }

    private MailRoll roll() {
        return new MailRoll(demo.root().messages(), new JdbcMailChanges(database));
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
