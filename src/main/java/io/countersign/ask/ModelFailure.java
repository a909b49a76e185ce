package io.countersign.ask;

import java.time.Duration;
import java.util.List;

/**
 * Why a language model did not write to the end. Holds nothing that a server said: an error page may repeat the key it was sent.
 */
public sealed interface ModelFailure {
    /** The key of the text to show ({@code i18n/texts.properties}). */
    String messageKey();

    /** What fills the text in. */
    default List<Object> arguments() {
        return List.of();
    }

    /** Nobody listens at its address. */
    record Unreachable() implements ModelFailure {
        @Override
        public String messageKey() {
            return "ask.model.unreachable";
        }
    }

    /** It wrote nothing for that long, or was not done after that long. */
    record TimedOut(Duration after) implements ModelFailure {
        @Override
        public String messageKey() {
            return "ask.model.timed.out";
        }

        @Override
        public List<Object> arguments() {
            return List.of(after.toSeconds());
        }
    }

    /** It has too much to do, also when asked a second time. */
    record Busy() implements ModelFailure {
        @Override
        public String messageKey() {
            return "ask.model.busy";
        }
    }

    /** It does not accept the key, or wants one. */
    record Forbidden() implements ModelFailure {
        @Override
        public String messageKey() {
            return "ask.model.forbidden";
        }
    }

    /** The server answers with a failure; 404 mostly means that it does not have the model. */
    record Refused(int status) implements ModelFailure {
        @Override
        public String messageKey() {
            return "ask.model.refused";
        }

        @Override
        public List<Object> arguments() {
            return List.of(Integer.toString(status));
        }
    }

    /** The connection broke, or what came is not what a language model sends. */
    record Broken() implements ModelFailure {
        @Override
        public String messageKey() {
            return "ask.model.broken";
        }
    }

    /** It wrote more than anybody reads. */
    record TooLong() implements ModelFailure {
        @Override
        public String messageKey() {
            return "ask.model.too.long";
        }
    }
}
