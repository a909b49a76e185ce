package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.Answer;
import io.countersign.mail.MailboxState;
import io.countersign.policy.Action;
import io.countersign.shared.task.Progress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person wants done by asking: it waits as proposals, spares whom they leave out, and can be taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AskIntentsTest {
    private final AskDemo demo = new AskDemo();

    @AfterAll
    void close() {
        demo.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Clean up my promotions unless they are from Halden Outdoor | archive_email | Halden",
                "Räume die Werbung weg, außer von Airwend | archive_email | Airwend",
                "Unsubscribe me from inactive newsletters unless it is Plainbridge | unsubscribe_via_header | Plainbridge",
                "Bestelle Newsletter ab, die ich nie lese, außer Technik am Morgen | unsubscribe_via_header | Technik",
                "Flag suspicious emails unless they are from Pennine | label_email | Pennine",
                "Markiere verdächtige Mails, außer von Pennine | label_email | Pennine",
                "Follow up with everyone who has not answered, unless it is Ostrel | create_task | Ostrel",
                "Hake bei allen nach, die nicht antworten, außer bei Fenmark | create_task | Fenmark",
                "Put my interviews into the calendar, apart from Lumora | create_calendar_event | Lumora",
                "Trag meine Gespräche in den Kalender ein, außer bei Grantham | create_calendar_event | Grantham",
                "Make tasks of everything I have to do, except for Stellan | create_task | Stellan",
                "Create tasks for my open bills except Tarnholm | create_task | Tarnholm",
                "Erstelle Aufgaben für alles, was zu erledigen ist, außer für Tessel | create_task | Tessel",
            })
    void whatIsWantedWaitsForADecisionSparesTheExceptionAndCanBeTakenBack(
            String question, String action, String spared) {
        var before = states();
        var decided = decided();
        var desk = demo.desk();

        var answer = demo.ask(question);

        assertThat(answer.suggestions()).as(answer.text()).isNotEmpty();
        assertThat(answer.suggestions())
                .extracting(one -> one.action().id())
                .as(answer.text())
                .contains(action);
        assertThat(answer.suggestions()).noneMatch(one -> names(one).contains(spared.toLowerCase(Locale.ROOT)));
        desk.propose(answer);
        assertThat(desk.propose(answer).proposals())
                .as("the same proposed twice")
                .isZero();
        assertThat(states()).as("nothing is done before somebody decides").isEqualTo(before);
        assertThat(decided()).isEqualTo(decided);

        var approvals = demo.root().approvals();
        var ids = approvals.pending().stream()
                .filter(row -> answer.suggestions().stream()
                        .anyMatch(one -> one.messageId() == row.messageId()
                                && one.action().id().equals(row.action().id())))
                .map(row -> row.id())
                .toList();
        assertThat(ids).isNotEmpty();
        assertThat(approvals.approve(ids, Progress.none()).failed()).isZero();
        approvals.undo(OptionalLong.empty(), Progress.none());
        assertThat(states()).as("taken back").isEqualTo(before);
    }

    @Test
    void tasksForBillsAreOfBillsOnly() {
        var answer = demo.ask("Create tasks for my unpaid bills");

        assertThat(answer.suggestions())
                .extracting(Answer.Suggestion::messageId)
                .isNotEmpty()
                .isSubsetOf(demo.select("select id from f where status = 'pending'").stream()
                        .map(id -> ((Number) id).longValue())
                        .toList());
    }

    private String names(Answer.Suggestion one) {
        var mail = demo.root().messages().find(one.messageId()).orElseThrow();
        var title = one.action() instanceof Action.CreateTask(var text, var _) ? text.orElse("") : "";
        return (mail.envelope().from() + " " + mail.envelope().subject() + " " + title).toLowerCase(Locale.ROOT);
    }

    private Object decided() {
        return demo.select("select count(*) from proposal where status <> 'pending'")
                .getFirst();
    }

    private Map<Long, MailboxState> states() {
        var states = new HashMap<Long, MailboxState>();
        demo.root().messages().forEachNewestFirst(mail -> states.put(mail.id(), mail.state()) == null);
        return states;
    }
}
