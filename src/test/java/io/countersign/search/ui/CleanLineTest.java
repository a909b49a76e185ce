package io.countersign.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.text.OneLine;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CleanLineTest {
    @Test
    void aWordIsFoundWhereItWentToWhenBlanksAreFolded() {
        var source = "  Hello \r\n\t Alex,\u202E   your  interview";
        var clean = CleanLine.of(source);
        int start = source.indexOf("interview");
        assertThat(clean.text().substring(clean.at(start), clean.at(start + "interview".length())))
                .isEqualTo("interview");
    }

    @Test
    void placesNeverGoBackAndStayWithinTheLine() {
        var random = new Random(7);
        var letters = "ab \t\n\u202E\u0000é日😀\u00A0";
        for (int i = 0; i < 2000; i++) {
            var source = new StringBuilder();
            for (int n = random.nextInt(500); n > 0; n--) {
                source.append(letters.charAt(random.nextInt(letters.length())));
            }
            var clean = CleanLine.of(source.toString());
            assertThat(clean.text()).isEqualTo(OneLine.of(source.toString()));
            int before = 0;
            for (int place = -1; place <= source.length() + 1; place++) {
                assertThat(clean.at(place)).isBetween(before, clean.text().length());
                before = clean.at(place);
            }
        }
    }
}
