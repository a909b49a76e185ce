package io.countersign.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What the labels of a mail service mean ({@code inbox}, {@code unread} ...), as {@code mail/label-meanings.properties} lists them. */
final class LabelMeanings {
    private static final String FILE = "/mail/label-meanings.properties";

    private final Map<String, String> meaningOf = new HashMap<>();

    LabelMeanings() {
        var meanings = new Properties();
        try (var in = LabelMeanings.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            meanings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var meaning : meanings.stringPropertyNames()) {
            Arrays.stream(meanings.getProperty(meaning).split(","))
                    .forEach(label -> meaningOf.put(label.strip(), meaning));
        }
    }

    /** The meanings of those labels that have one. */
    Set<String> of(Collection<String> labels) {
        var meanings = new HashSet<String>();
        for (var label : labels) {
            var meaning = meaningOf.get(label.strip().toLowerCase(Locale.ROOT));
            if (meaning != null) {
                meanings.add(meaning);
            }
        }
        return meanings;
    }
}
