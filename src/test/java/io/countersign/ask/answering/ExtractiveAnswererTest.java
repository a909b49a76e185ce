package io.countersign.ask.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.MailFinder;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Lexicon;
import io.countersign.ask.reading.QuestionReader;
import io.countersign.mail.TestMail;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ExtractiveAnswererTest {
    private static final Clock CLOCK = Clock.fixed(TestMail.NOON, ZoneOffset.UTC);

    /** What is quoted of a mail with this text; empty when nothing is. */
    private static List<String> quoted(String question, String text) {
        MailFinder finder = (_, _, _) -> List.of(TestMail.message(5));
        var lexicon = Lexicon.load();
        var answerer = new ExtractiveAnswerer(
                new Retriever(finder, new OneMail(text), CLOCK),
                AnswerWords.load(lexicon),
                (locale, key, arguments) -> Texts.of(locale).get(key, arguments),
                ZoneOffset.UTC);
        var asked = new Question(question, Mode.PLAIN);
        var inquiry = new QuestionReader(lexicon, CLOCK, Locale.UK).read(question);
        return answerer.answer(asked, inquiry, _ -> {}, Progress.none()).stream()
                .flatMap(answer -> answer.text().lines())
                .filter(line -> line.startsWith("•"))
                .map(line -> line.substring(line.indexOf('“') + 1, line.lastIndexOf('”')))
                .toList();
    }

    @Test
    void whenIsAnsweredByASentenceWithADay() {
        var text = "The gardening evening was lovely. The gardening evening repeats on Thursday at 18:30.";
        assertThat(quoted("When is the gardening evening?", text))
                .containsExactly("The gardening evening repeats on Thursday at 18:30.");
        assertThat(quoted("When is the gardening evening?", "The gardening evening was lovely."))
                .isEmpty();
    }

    @Test
    void howMuchIsAnsweredByAnAmountAndHowManyByANumberOfThat() {
        var text = "The gardening evening has 12 places. The gardening evening costs £15.";
        assertThat(quoted("How much is the gardening evening?", text))
                .containsExactly("The gardening evening costs £15.");
        assertThat(quoted("How many places has the gardening evening?", text))
                .containsExactly("The gardening evening has 12 places.");
        assertThat(quoted("How many teachers has the gardening evening?", text)).isEmpty();
    }

    @Test
    void aFieldAnswersThoughTheWordsOfTheQuestionStandAroundIt() {
        var text = "Welcome to the gardening evening.\n\nWhere: The Loom Building\nWhen: 30 November, 18:30\n";
        assertThat(quoted("Where and when is the gardening evening?", text))
                .containsExactlyInAnyOrder("Where: The Loom Building", "When: 30 November, 18:30");
    }

    @Test
    void aQuestionIsQuotedWithWhatFollowsIt() {
        assertThat(quoted(
                        "Tell me about the gardening saturday",
                        "Hey, are we still on for gardening on Saturday? I can come at eleven."))
                .containsExactly("Hey, are we still on for gardening on Saturday? I can come at eleven.");
    }

    @Test
    void otherFormsOfAWordCount() {
        assertThat(quoted("When was the wheelbarrow delivered?", "Wheelbarrow: expected delivery on 5 November."))
                .containsExactly("Wheelbarrow: expected delivery on 5 November.");
    }

    @Test
    void aMailThatSpeaksOfSomethingElseIsNotQuoted() {
        assertThat(quoted("When does my passport expire?", "The voucher expires on 5 November."))
                .isEmpty();
    }
}
