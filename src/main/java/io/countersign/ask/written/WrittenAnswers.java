package io.countersign.ask.written;

import io.countersign.ask.LanguageModel;
import io.countersign.ask.ModelFailure;
import io.countersign.ask.Question;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Lets a language model answer from mails. What it writes is text: shown without links that are not in the cited mails, and with
 * its sentences held against them. Nothing it asks for is done or fetched. Blocking and thread-safe.
 */
public final class WrittenAnswers {
    private final PromptWriter prompts;
    private final Sentences sentences;
    private final SupportCheck support;

    /**
     * What a model answered.
     *
     * @param cited in the order of their numbers in the text
     * @param unsupported sentences of the text that the cited mails do not support
     * @param failure why there is not more of it, if it did not end by itself
     */
    public record Written(
            String text, List<GivenMail> cited, List<String> unsupported, Optional<ModelFailure> failure) {
        public Written {
            cited = List.copyOf(cited);
            unsupported = List.copyOf(unsupported);
        }

        /** Whether it says nothing: the mails do not answer the question, or the model never began. */
        public boolean isSilent() {
            return text.isBlank();
        }
    }

    /** @param random for marks that nobody who writes a mail may guess */
    public WrittenAnswers(RandomGenerator random, Clock clock) {
        var words = SupportWords.load();
        this.prompts = new PromptWriter(random, clock);
        this.sentences = new Sentences(words);
        this.support = new SupportCheck(words);
    }

    /**
     * Asks the model, with as many of the mails as it can be given, best first; tells whole sentences as they come.
     *
     * @throws java.util.concurrent.CancellationException when cancelled; what was told stands
     */
    public Written write(
            LanguageModel model, Question question, List<GivenMail> mails, Consumer<String> told, Progress progress) {
        var given = mails.subList(0, Math.min(mails.size(), PromptWriter.MOST_MAILS));
        var stream = new AnswerStream(given, sentences, told);
        var reply = model.write(prompts.write(question.text(), given), stream::accept, progress);
        stream.finish();
        var written = stream.sentences();
        var text = written.stream().map(AnswerStream.Sentence::text).collect(Collectors.joining());
        return new Written(text.strip(), stream.cited(), support.unsupported(written, given), reply.failure());
    }
}
