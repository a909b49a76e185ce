package io.countersign.ask;

import java.util.Locale;

/** The sentences of answers. Thread-safe. */
@FunctionalInterface
public interface Phrases {
    /** The text of a key in a language, filled in; keys are those of {@code i18n/texts.properties}. */
    String say(Locale locale, String key, Object... arguments);
}
