package io.countersign.ask.answering;

import io.countersign.ask.reading.DayWords;
import io.countersign.ask.reading.Lexicon;

/** The words by which sentences are recognised as answers: days, details, and those that mean nothing by themselves. Immutable. */
public record AnswerWords(DayWords days, Aspects aspects, FunctionWords functions) {
    /** Reads the data files. */
    public static AnswerWords load(Lexicon lexicon) {
        return new AnswerWords(new DayWords(lexicon), Aspects.load(), FunctionWords.load());
    }
}
