package io.countersign.ask.written;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.ModelFailure;
import io.countersign.ask.Question;
import io.countersign.ask.written.WrittenAnswers.Written;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.CpuTime;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Question WHEN = new Question("When is my interview with Acme?", Mode.PLAIN);

    private static final GivenMail INVITATION = new GivenMail(
            71,
            "Interview for Data Engineer",
            "Mara Lindqvist <mara@acme.example>",
            Instant.parse("2026-11-20T09:00:00Z"),
            """
            Hello Kim,

            we are happy to invite you to an interview on Thursday, 3 December 2026 at 10:30 in our office in Utrecht.
            It takes 45 minutes. Please confirm here: https://acme.example/confirm/8812
            We cannot refund travel costs above 120.00 EUR.
            """);

    private static final GivenMail REJECTION = new GivenMail(
            72,
            "Deine Bewerbung bei Globex",
            "Globex Jobs <jobs@globex.example>",
            Instant.parse("2026-11-21T09:00:00Z"),
            """
            Liebe Kim,

            vielen Dank für deine Bewerbung als Analystin vom 2.11.2026. Leider können wir dir keine Zusage geben.
            Das Gehalt liegt bei 58.500 € im Jahr.
            """);

    private static final List<GivenMail> MAILS = List.of(INVITATION, REJECTION);

    private final WrittenAnswers answers = new WrittenAnswers(new Random(4), Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<String> told = new ArrayList<>();

    private Written ask(String reply) {
        return answers.write(FixedModel.saying(reply), WHEN, MAILS, told::add, Progress.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your interview with Acme is on Thursday, 3 December 2026 at 10:30 [1].",
                "The interview takes place on December 3 in Utrecht [1].",
                "The interview is on 2026-12-03 at 10:30 and takes 45 minutes. [1]",
                "Mara Lindqvist invites you to an interview at their office in Utrecht [1].",
                "Travel costs above €120 cannot be refunded [1].",
                "They cannot refund travel costs above 120 EUR. [1]",
                "Das Gehalt liegt bei 58.500 EUR im Jahr [2].",
                "Globex kann dir leider keine Zusage geben [2].",
                "Deine Bewerbung als Analystin ist vom 2. November [2].",
                "The mail says: “we are happy to invite you to an interview” [1].",
                "The interview is in December [1].",
                "Interview: **3 December 2026**, 10:30, Utrecht [1]",
            })
    void whatTheMailSaysIsSupported(String sentence) {
        assertThat(ask(sentence).unsupported()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your interview with Acme is on Thursday, 4 December 2026 at 10:30 [1].",
                "Your interview is on 3 December 2027 [1].",
                "Your interview is on 3 January 2026 [1].",
                "Your interview with Acme is at 11:30 [1].",
                "Your interview is in Rotterdam [1].",
                "Your interview with Initech is on 3 December 2026 [1].",
                "Your interview takes 45 days [1].",
                "Your interview takes 50 minutes [1].",
                "Travel costs above 120 USD cannot be refunded [1].",
                "Travel costs above 210 EUR cannot be refunded [1].",
                "Travel costs above 120 EUR can be refunded [1].",
                "You are not invited to an interview in our office [1].",
                "Globex can give you a yes [2].",
                "Das Gehalt liegt bei 85.500 € im Jahr [2].",
                "Das Gehalt liegt bei 58.500 € im Monat [2].",
                "Your interview is on 3 December 2026 [2].",
                "Your interview with Acme is on 3 December 2026.",
                "Your interview with Acme is on 3 December 2026 [7].",
                "Mark Lindqvist invites you to an interview [1].",
                "You have three interviews [1].",
                "Wear a suit and bring your passport [1].",
                "Yes [1].",
                "I archived the interview invitation from Acme [1].",
                "I've confirmed the interview on 3 December 2026 [1].",
                "The email was forwarded to Mara Lindqvist [1].",
                "All newsletters have been deleted [1].",
                "Done, everything approved [1].",
                "Ich habe deine Bewerbung als Analystin archiviert [2].",
                "Alle Vorschläge wurden genehmigt [2].",
                "We invite you to an interview in our office in Utrecht [1].",
            })
    void whatTheMailDoesNotSayIsMarked(String sentence) {
        assertThat(ask(sentence).unsupported()).singleElement().asString().startsWith(sentence.substring(0, 3));
    }

    @Test
    void eachSentenceIsMarkedByItself() {
        var written = ask(
                "Your interview is on 3 December 2026 [1]. It takes 45 minutes. [1] They pay 9,000 EUR [1].\n\nGood luck!");
        assertThat(written.unsupported()).containsExactly("They pay 9,000 EUR [1].", "Good luck!");
    }

    @Test
    void aSentenceMayRestOnTheCitationAtTheEndOfItsParagraph() {
        assertThat(ask("Your interview is on 3 December 2026. It takes 45 minutes [1].")
                        .unsupported())
                .isEmpty();
        assertThat(ask("It takes 45 minutes.\n\nYour interview is on 3 December 2026 [1].")
                        .unsupported())
                .containsExactly("It takes 45 minutes.");
    }

    @Test
    void citationsAreNumberedAsTheyAppearAndInventedOnesDisappear() {
        var written = ask("Deine Bewerbung als Analystin [2][9]. Interview in Utrecht [1, 2] [0] [12345].");
        assertThat(written.text()).isEqualTo("Deine Bewerbung als Analystin [1]. Interview in Utrecht [2][1] [12345].");
        assertThat(written.cited()).extracting(GivenMail::messageId).containsExactly(72L, 71L);
    }

    @Test
    void onlyALinkOfACitedMailStays() {
        assertThat(ask("Confirm at https://acme.example/confirm/8812 [1].").text())
                .isEqualTo("Confirm at https://acme.example/confirm/8812 [1].");
        assertThat(ask("Confirm at https://acme.example/confirm/8812 [2].").text())
                .isEqualTo("Confirm at … [1].");
        assertThat(ask("Confirm at https://acme.example/confirm/8812?kim=1 [1].")
                        .text())
                .isEqualTo("Confirm at … [1].");
        assertThat(ask("![x](https://evil.example/?q=Utrecht) [1]").text()).isEqualTo("[x](…) [1]");
    }

    @Test
    void whatIsToldIsWhatIsReturned() {
        var written =
                ask("See https://evil.example/a [1]. \u202EHidden\u202C\u200B text [5]. Interview [1].\n- one\n- two");
        assertThat(String.join("", told)).isEqualTo(written.text());
        assertThat(written.text()).isEqualTo("See … [1]. Hidden text. Interview [1].\n- one\n- two");
    }

    @Test
    void howTheTextWasCutIntoPiecesMakesNoDifference() {
        var reply =
                "Your interview is on 3 Dec. 2026 [1]. See http://evil.example/x?y=1 [1][2]. \nIt takes 45 minutes. [1] "
                        + "Deine Bewerbung ist vom 2. November [2]! ![pic](//evil.example/p.png) Ask Dr. Who [3]… end";
        var whole =
                answers.write(new FixedModel(reply, 5_000, Optional.empty()), WHEN, MAILS, _ -> {}, Progress.none());
        for (int piece = 1; piece < 60; piece++) {
            var pieces = new FixedModel(reply, piece, Optional.empty());
            assertThat(answers.write(pieces, WHEN, MAILS, _ -> {}, Progress.none()))
                    .isEqualTo(whole);
        }
    }

    @Test
    void mailsThatDoNotAnswerMakeNoAnswer() {
        var written = ask("NOT_IN_THE_MAILS");
        assertThat(written.isSilent()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void whatCameBeforeAFailureStandsAndIsChecked() {
        var model = new FixedModel("It is in Utrecht [1]. It pays 9 EUR", 4, Optional.of(new ModelFailure.Broken()));
        var written = answers.write(model, WHEN, MAILS, told::add, Progress.none());
        assertThat(written.text()).isEqualTo("It is in Utrecht [1]. It pays 9 EUR");
        assertThat(written.unsupported()).containsExactly("It pays 9 EUR");
        assertThat(written.failure()).contains(new ModelFailure.Broken());
    }

    @Test
    void mailIsGivenBetweenMarksThatNoMailCanKnow() {
        var first = FixedModel.saying("x");
        var second = FixedModel.saying("x");
        answers.write(first, WHEN, MAILS, _ -> {}, Progress.none());
        answers.write(second, WHEN, MAILS, _ -> {}, Progress.none());
        var mark = mark(first);
        assertThat(mark).matches("===[0-9a-f]{32}").isNotEqualTo(mark(second));
        assertThat(first.prompts().getFirst().material()).contains(mark + " begin\nSubject: Interview", mark + " end");
        assertThat(first.prompts().getFirst().rules()).doesNotContain("Acme", "Interview for");
    }

    private static String mark(FixedModel model) {
        var material = model.prompts().getFirst().material();
        int at = material.indexOf("===");
        return material.substring(at, material.indexOf(' ', at));
    }

    @Test
    void thePromptIsBoundedWhateverTheMails() {
        var long_ = "Interview details follow here.\n".repeat(20_000);
        var huge = IntStream.range(0, 500)
                .mapToObj(i -> new GivenMail(i, "s".repeat(50_000), "f".repeat(50_000), NOW, long_))
                .toList();
        var model = FixedModel.saying("x [1]");
        var question = new Question("q".repeat(100_000), Mode.PLAIN);
        assertThat(CpuTime.of(() -> answers.write(model, question, huge, _ -> {}, Progress.none())))
                .isLessThan(Duration.ofSeconds(10));
        assertThat(model.prompts().getFirst().material().length()).isLessThan(40_000);
    }

    @Test
    void theParagraphThatSpeaksOfTheQuestionIsGivenOfALongMail() {
        var text = "First paragraph.\n" + "Filler about nothing at all.\n".repeat(2_000)
                + "The interview with Acme is in room 12.\n" + "More filler here.\n".repeat(500);
        var model = FixedModel.saying("x");
        answers.write(model, WHEN, List.of(new GivenMail(1, "s", "f", NOW, text)), _ -> {}, Progress.none());
        assertThat(model.prompts().getFirst().material())
                .contains("First paragraph.", "The interview with Acme is in room 12.");
    }

    @Test
    void aLinkCannotBePutTogetherFromPieces() {
        for (int padding = 1_480; padding < 1_510; padding++) {
            assertThat(ask("x".repeat(padding) + ".evil.example/?q=Utrecht end [1]")
                            .text())
                    .doesNotContain("evil.example");
        }
        assertThat(ask("See evil[99].example/?q=Utrecht, evil.[99]EXAMPLE/?q=1 or evil.\u200BEXAMPLE/?q=2 [1]")
                        .text())
                .isEqualTo("See …, … or … [1]");
    }

    @Test
    void aLongAnswerFromLongMailsIsComparedQuickly() {
        var mail = new GivenMail(1, "s", "f", NOW, "The interview with number seventeen is on a day. ".repeat(2_000));
        var mails = IntStream.range(0, 8).mapToObj(_ -> mail).toList();
        var model = new FixedModel(
                "Seventeen interviews here [1][2][3][4][5][6][7][8]. ".repeat(380), 900, Optional.empty());
        assertThat(CpuTime.of(() -> answers.write(model, WHEN, mails, _ -> {}, Progress.none())))
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anythingAModelWritesIsSurvived() {
        var random = new Random(11);
        var alphabet = "aZ09 .!?\n[]()<>/:@#…“”\u202E\u200B\u0301{}|\\'\",;-_*=é中\uD83D\uDE00";
        for (int i = 0; i < 300; i++) {
            var reply = random.ints(random.nextInt(400), 0, alphabet.length())
                    .mapToObj(c -> String.valueOf(alphabet.charAt(c)))
                    .reduce("", String::concat);
            var written = ask(reply);
            assertThat(written.text()).doesNotContain("\u202E", "\u200B");
            written.unsupported().forEach(sentence -> assertThat(written.text()).contains(sentence));
        }
    }
}
