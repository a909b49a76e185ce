package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @Test
    void germanHasExactlyTheKeysOfEnglish() {
        assertThat(properties("texts_de").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(properties("texts").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts", "texts_de"})
    void everyTextIsAPatternThatNamesTheSameArguments(String file) {
        var english = properties("texts");
        properties(file).forEach((key, text) -> {
            var format = new MessageFormat((String) text);
            var reference = new MessageFormat(english.getProperty((String) key));
            assertThat(format.getFormatsByArgumentIndex())
                    .as("%s in %s", key, file)
                    .hasSameSizeAs(reference.getFormatsByArgumentIndex());
            assertThat((String) text)
                    .as("%s in %s", key, file)
                    .doesNotContain("'")
                    .isNotBlank();
        });
    }

    @Test
    void englishIsEnglishOnAGermanSystem() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Texts.of(Locale.ENGLISH).get("view.settings")).isEqualTo("Settings");
            assertThat(Texts.of(Locale.getDefault()).get("view.settings")).isEqualTo("Einstellungen");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aKnownFailureIsToldInItsOwnWordsAndAnyOtherInGeneralOnes() {
        var texts = Texts.of(Locale.ENGLISH);
        assertThat(texts.of(new CountersignException.HomeInUse("/data")))
                .contains("/data")
                .contains("--home");
        assertThat(texts.of(new IllegalStateException("secret detail")))
                .doesNotContain("secret")
                .contains("log file");
    }

    private static Properties properties(String name) {
        var all = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("/i18n/" + name + ".properties")) {
            all.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
