package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Question;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.CpuTime;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, there is an answer in a second, and nothing happens to any mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AskHostileTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    // By the search that reads what is stored: the one that reads every mail anew in the other tests is slow by itself
    private final AskDemo demo = new AskDemo();

    @BeforeAll
    void warmUp() {
        for (var question : List.of("How many mails did I get?", "What did I spend?", "interview", "xyzzy plugh")) {
            askStored(question);
        }
    }

    @AfterAll
    void close() {
        demo.close();
    }

    private Answer askStored(String question) {
        return demo.root()
                .ask(AskDemo.CLOCK, java.util.Locale.UK)
                .ask(new Question(question, Mode.PLAIN), _ -> {}, Progress.none());
    }

    static Stream<String> hostile() {
        var words = IntStream.range(0, 10_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        return Stream.of(
                "",
                " \n\t ",
                words,
                "How many mails " + words,
                "a".repeat(1_000_000),
                "(".repeat(50_000) + "a".repeat(50_000) + "+)".repeat(50_000),
                "\u0000\u0001\u0002\u001b[31mHow many mails?\u0007",
                "\u202Eslliam ynam woH\u202C ?",
                "\u05DB\u05DE\u05D4 \u05DE\u05D9\u05D9\u05DC\u05D9\u05DD \u05E7\u05D9\u05D1\u05DC\u05EA\u05D9",
                "'; drop table message; --",
                "How many mails from Robert'); DROP TABLE message;--",
                "%s%s%s%n%x {0} {1,number} ${jndi:ldap://x} #{7*7} {{7*7}}",
                "How many mails from {0,choice,0#a|1#{0}} did I get?",
                "\"unbalanced from:\"a subject:(",
                "*** OR *a* -- -(-(-",
                "between between between and and and 31 february",
                "since until before after 99.99.9999 in 0 days",
                "in the last 99999999999999999999 days",
                "mails 99999999 days ago",
                "mails from the last 9999 years and the next 9999 years",
                "\uD83D\uDE00".repeat(5000),
                "\uD83D how many mails \uDE00",
                "e\u0301".repeat(20_000),
                "how ".repeat(5000),
                "except ".repeat(5000),
                "archive unless unless unless",
                "x:y:z from: to: before: after:2026-99-99");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void everyQuestionIsAnsweredWithinASecond(String question) {
        var answered = new ArrayList<Answer>();
        var took = CpuTime.of(() -> answered.add(askStored(question)));
        var answer = answered.getFirst();

        assertThat(answer.text()).isNotBlank();
        assertThat(answer.text().chars().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
        assertThat(answer.text()).doesNotContain("\u202E");
        assertThat(took).isLessThan(SECOND);
    }

    @Test
    void randomWordsAndSignsNeverFail() {
        var random = new Random(7);
        var pieces = List.of(
                "how many",
                "mails",
                "last",
                "next",
                "between",
                "and",
                "2026",
                "31",
                "feb",
                "from",
                "Tessel",
                "€",
                "-",
                "\"",
                "welche",
                "seit",
                "vor",
                "drei",
                "tagen",
                "bis",
                "archive",
                "except",
                "unsubscribe",
                "offer",
                "the",
                "spend",
                "on",
                "about",
                ",",
                "1.2.",
                "99/99/99",
                "week",
                "may",
                "first",
                "who",
                "is",
                "it",
                "ago",
                "\u202E");
        for (int i = 0; i < 2000; i++) {
            var question = random.ints(1 + random.nextInt(12), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining(" "));
            assertThatCode(() -> assertThat(askStored(question).text()).isNotBlank())
                    .as(question)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void nothingButProposingLeavesATrace() {
        var before = states();
        long pending = demo.root().approvals().pendingCount();

        var answer = askStored("Archive all promotions");

        assertThat(answer.suggestions()).isNotEmpty();
        assertThat(states()).isEqualTo(before);
        assertThat(demo.root().approvals().pendingCount()).isEqualTo(pending);
    }

    @Test
    void whatIsSuggestedBecomesPendingOnceAndCanBeApprovedAndUndone() {
        var desk = demo.desk();
        var answer = demo.ask("Block Gatherly");
        var before = states();
        assertThat(answer.suggestions()).extracting(Answer.Suggestion::action).containsOnly(new Action.BlockSender());

        assertThat(desk.propose(answer).proposals())
                .isEqualTo(answer.suggestions().size());
        assertThat(desk.propose(answer).proposals()).isZero();

        var approvals = demo.root().approvals();
        var ids = approvals.pending().stream()
                .filter(row -> row.action() instanceof Action.BlockSender)
                .map(row -> row.id())
                .toList();
        assertThat(approvals.approve(ids, Progress.none()).executed()).isEqualTo(ids.size());
        assertThat(approvals.undo(OptionalLong.empty(), Progress.none()).undone())
                .isEqualTo(ids.size());
        assertThat(states()).isEqualTo(before);
    }

    @Test
    void mailIsQuotedWordForWordAndOnlyQuoted() {
        var answer = demo.ask("What did Gareth Pugh say about the boiler?");

        assertThat(answer.certainty()).isEqualTo(Certainty.EXTRACTED);
        var mail = demo.root()
                .reader()
                .read(answer.citations().getFirst().messageId())
                .orElseThrow();
        var quoted = answer.text()
                .substring(answer.text().indexOf('\u201C') + 1, answer.text().indexOf('\u201D'));
        assertThat(mail.text().replaceAll("\\s+", " ")).contains(quoted);
        assertThat(answer.suggestions()).isEmpty();
    }

    @Test
    void anAnswerToAPartOfTheQuestionIsNotMarkedAsExact() {
        for (var question : List.of("How many xyzzy interviews did I have?", "Wie viele xyzzy Bewerbungen habe ich?")) {
            var answer = demo.ask(question);
            assertThat(answer.text()).as(question).contains("xyzzy");
            assertThat(answer.certainty()).as(question + ": " + answer.text()).isEqualTo(Certainty.PARTLY);
        }
        assertThat(demo.ask("How many mails did I get?").certainty()).isEqualTo(Certainty.EXACT);
    }

    @Test
    void whoCancelsGetsNoAnswer() {
        var cancelled = new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> demo.desk().ask(new Question("How many mails?", Mode.PLAIN), _ -> {}, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whatIsToldIsTheWholeAnswer() {
        for (var question : List.of(
                "How many mails?",
                "Archive promotions",
                "boiler",
                "Summarise the mails from Tessel",
                "find boiler",
                "xyzzy")) {
            var told = new StringBuilder();
            var answer = demo.desk().ask(new Question(question, Mode.PLAIN), told::append, Progress.none());
            assertThat(told).as(question).hasToString(answer.text());
        }
    }

    private List<MailboxState> states() {
        var states = new ArrayList<Message>();
        demo.root().messages().forEachNewestFirst(states::add);
        return states.stream().map(Message::state).toList();
    }
}
