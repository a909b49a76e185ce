package io.countersign.app;

import io.countersign.shared.CountersignException;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Says a failure in words, in one line: what happened and what to do. */
final class ErrorTexts {
    private final ResourceBundle texts;

    ErrorTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    String of(CountersignException failure) {
        var pattern = texts.getString(failure.messageKey());
        return new MessageFormat(pattern, texts.getLocale())
                .format(failure.arguments().stream().map(String::valueOf).toArray());
    }
}
