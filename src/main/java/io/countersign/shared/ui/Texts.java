package io.countersign.shared.ui;

import io.countersign.shared.CountersignException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the window in one language. Immutable. */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts for a locale; English where there is no translation. */
    public static Texts of(Locale locale) {
        return new Texts(ResourceBundle.getBundle(
                "i18n.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * The text of a key.
     *
     * @throws java.util.MissingResourceException when there is none
     */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The text of a key with {@link MessageFormat} placeholders filled in. */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }

    /** True when there is a text for the key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** What happened and what to do, in words; never a stack trace. */
    public String of(Throwable failure) {
        if (failure instanceof CountersignException known && has(known.messageKey())) {
            return get(known.messageKey(), known.arguments().toArray());
        }
        return get("error.unexpected");
    }

    ResourceBundle bundle() {
        return bundle;
    }
}
