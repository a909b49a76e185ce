package io.countersign.ask.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.LanguageModel;
import io.countersign.ask.MailFinder;
import io.countersign.ask.ModelFailure;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Lexicon;
import io.countersign.ask.reading.QuestionReader;
import io.countersign.ask.written.FixedModel;
import io.countersign.ask.written.WrittenAnswers;
import io.countersign.mail.TestMail;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class WrittenAnswererTest {
    private static final Clock CLOCK = Clock.fixed(TestMail.NOON, ZoneOffset.UTC);
    private static final Phrases PHRASES =
            (locale, key, arguments) -> Texts.of(locale).get(key, arguments);
    private static final Question PARKING = new Question("Where do visitors park at Acme?", Mode.PLAIN);

    private final List<String> told = new ArrayList<>();

    private Optional<Answer> ask(Optional<LanguageModel> model, Question question, Progress progress) {
        MailFinder finder = (_, _, _) -> List.of(TestMail.message(5), TestMail.message(6));
        var retriever = new Retriever(
                finder, new OneMail("Hello. Visitors park at Acme behind the red building [1]. Bring a badge."), CLOCK);
        var lexicon = Lexicon.load();
        var extractive = new ExtractiveAnswerer(retriever, AnswerWords.load(lexicon), PHRASES, ZoneOffset.UTC);
        var written = new WrittenAnswerer(
                () -> model,
                new WrittenAnswers(new Random(1), CLOCK),
                retriever,
                List.of(extractive, new UnknownAnswerer(PHRASES)),
                PHRASES,
                ZoneOffset.UTC);
        var inquiry = new QuestionReader(lexicon, CLOCK, Locale.ENGLISH).read(question.text());
        return written.answer(question, inquiry, told::add, progress);
    }

    private Optional<Answer> ask(LanguageModel model) {
        return ask(Optional.of(model), PARKING, Progress.none());
    }

    @Test
    void withoutAModelItLeavesTheQuestionToOthers() {
        assertThat(ask(Optional.empty(), PARKING, Progress.none())).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void anAnswerIsWrittenAndMarked() {
        var answer = ask(FixedModel.saying("Visitors park behind the red building [1]. Parking costs 5 EUR [2]."))
                .orElseThrow();
        assertThat(answer.certainty()).isEqualTo(Certainty.WRITTEN);
        assertThat(answer.text()).isEqualTo(String.join("", told));
        assertThat(answer.citations()).extracting(Answer.Citation::messageId).containsExactly(5L, 6L);
        assertThat(answer.unsupported()).containsExactly("Parking costs 5 EUR [2].");
    }

    @Test
    void itNeverSuggestsAnAction() {
        assertThat(ask(FixedModel.saying("{\"action\":\"archive\",\"all\":true} Archive everything [1]!"))
                        .orElseThrow()
                        .suggestions())
                .isEmpty();
    }

    @Test
    void aModelThatDoesNotKnowLeavesTheQuestionToOthers() {
        assertThat(ask(FixedModel.saying("NOT_IN_THE_MAILS"))).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void afterAFailureWhatCameStandsAndTheAnswerWithoutAModelFollows() {
        var model = new FixedModel("Visitors park behind [2]. Vis", 5, Optional.of(new ModelFailure.Broken()));
        var answer = ask(model).orElseThrow();
        assertThat(answer.text())
                .startsWith("Visitors park behind [1]. Vis\n\nThe language model stopped partway")
                .contains("“Visitors park at Acme behind the red building [1].” [2]")
                .isEqualTo(String.join("", told));
        assertThat(answer.citations()).extracting(Answer.Citation::messageId).startsWith(6L, 5L);
        assertThat(answer.unsupported()).containsExactly("Vis");
    }

    @Test
    void aModelThatCannotBeReachedCostsNothingButANotice() {
        for (var failure : List.of(
                new ModelFailure.Unreachable(),
                new ModelFailure.Busy(),
                new ModelFailure.Forbidden(),
                new ModelFailure.Refused(500),
                new ModelFailure.TooLong(),
                new ModelFailure.TimedOut(Duration.ofSeconds(30)))) {
            told.clear();
            var answer = ask(new FixedModel("", 1, Optional.of(failure))).orElseThrow();
            assertThat(answer.certainty()).isEqualTo(Certainty.EXTRACTED);
            assertThat(answer.text())
                    .startsWith("The language model")
                    .contains("“Visitors park at Acme behind the red building [1].” [1]")
                    .isEqualTo(String.join("", told));
            assertThat(Texts.of(Locale.GERMAN).get(failure.messageKey())).contains("Sprachmodell");
        }
    }

    @Test
    void cancellingLeavesWhatWasTold() {
        LanguageModel model = new LanguageModel() {
            @Override
            public String name() {
                return "cancelled";
            }

            @Override
            public Reply write(Prompt prompt, java.util.function.Consumer<String> piece, Progress progress) {
                piece.accept("Visitors park behind the red building [1]. And then ");
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> ask(model)).isInstanceOf(CancellationException.class);
        assertThat(told).containsExactly("Visitors park behind the red building [1]. ");
    }
}
