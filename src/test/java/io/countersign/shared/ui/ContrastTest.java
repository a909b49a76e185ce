package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text must stand out from what is behind it by 4.5 to 1 (WCAG 2.2, 1.4.3), in both themes. */
class ContrastTest {
    private static final double ENOUGH = 4.5;

    @ParameterizedTest
    @CsvSource({
        "text, bg",
        "text, panel",
        "text, sel",
        "text, hover",
        "text, chip",
        "muted, bg",
        "muted, panel",
        "muted, sel",
        "muted, hover",
        "muted, chip",
        "accent, panel",
        "accent, bg",
        "accent, sel",
        "accent, accent-soft",
        "ok, panel",
        "ok, ok-soft",
        "warn, panel",
        "warn, warn-soft",
        "bad, panel",
        "bad, bad-soft",
        "toast-text, toast",
        "toast-action, toast",
        "text, mark",
        "text, warn-soft",
        "warn, bg",
        "muted, accent-soft",
        "text, accent-soft"
    })
    void textStandsOut(String text, String behind) throws IOException {
        for (var theme : new String[] {"light", "dark"}) {
            assertThat(contrast(colour(theme, text), colour(theme, behind)))
                    .as("%s on %s, %s", text, behind, theme)
                    .isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @ParameterizedTest
    @CsvSource({"accent-emphasis", "ok-emphasis", "bad-emphasis"})
    void whiteStandsOutOnButtons(String behind) throws IOException {
        for (var theme : new String[] {"light", "dark"}) {
            assertThat(contrast("#ffffff", colour(theme, behind)))
                    .as("white on %s, %s", behind, theme)
                    .isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @Test
    void whiteInitialsStandOutOnEveryMonogram() throws IOException {
        var css = read("countersign");
        IntStream.range(0, Initials.COLOURS).forEach(i -> {
            var rule = Pattern.compile("\\.monogram-" + i + " \\{ -fx-background-color: (#[0-9a-f]{6})")
                    .matcher(css);
            assertThat(rule.find()).isTrue();
            assertThat(contrast("#ffffff", rule.group(1))).as("monogram %d", i).isGreaterThanOrEqualTo(ENOUGH);
        });
    }

    private static String colour(String theme, String name) throws IOException {
        return Objects.requireNonNull(variables(theme).get("-cs-" + name), name);
    }

    private static Map<String, String> variables(String theme) throws IOException {
        var found = Pattern.compile("(-cs-[a-z-]+): (#[0-9a-f]{6});").matcher(read(theme));
        var variables = new HashMap<String, String>();
        while (found.find()) {
            variables.put(found.group(1), found.group(2));
        }
        return variables;
    }

    private static String read(String name) throws IOException {
        try (var in = ContrastTest.class.getResourceAsStream("/css/" + name + ".css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
