package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.countersign.classify.DataFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Confidence is the chance of being right. */
class CalibrationTest {
    private final Calibration calibration = new Calibration(DataFile.resource("ats", "calibration.txt"));

    @Test
    void theChanceRisesWithHowSureTheRulesAreAndIsNeverCertain() {
        double before = 0;
        for (int i = 0; i <= 1000; i++) {
            double chance = calibration.chance(i / 1000.0);
            assertThat(chance).isGreaterThanOrEqualTo(before).isLessThan(0.99);
            before = chance;
        }
        assertThat(calibration.chance(0.5)).isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [s]~sure 0.5 right 0.5                    | two lines
            [s]~sure 0.5 right 0.5~sure 0.4 right 0.6 | does not rise
            [s]~sure 0.5 right 0.5~sure 0.6 right 0.4 | does not rise
            [s]~sure much right 0.5                   | is not a number
            [s]~sure 2 right 0.5                      | not between 0 and 1
            [s]~sure 0.5                              | is not like
            """)
    void aBrokenFileIsRefusedWithItsReason(String content, String reason) {
        var file = DataFile.parse("broken.txt", content.replace('~', '\n'));
        assertThatThrownBy(() -> new Calibration(file)).hasMessageContaining(reason);
    }

    /** On mails that the rules have seen by now, the chance is a lower bound. */
    @Test
    void whatIsSaidWithAChanceIsRightThatOftenAtLeast() {
        var files = List.of("mails_5.txt", "mails_6.txt", "mails_7.txt", "mails_8.txt", "mails_9.txt", "mails_10.txt");
        var chances = new ArrayList<Double>();
        int right = 0;
        for (var file : files) {
            for (var mail : WrittenMails.in(file)) {
                var found = WrittenMails.understood(mail.from(), mail.subject(), mail.body());
                var finding = found.ats().map(facts -> facts.finding());
                if (finding.flatMap(one -> one.stage()).isPresent()) {
                    chances.add(finding.orElseThrow().confidence());
                    right += WrittenMailsTest.isRight(mail.stage(), WrittenMails.stage(found)) ? 1 : 0;
                }
            }
        }
        double mean =
                chances.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        assertThat(chances).hasSizeGreaterThan(200);
        assertThat(1.0 * right / chances.size()).isGreaterThanOrEqualTo(mean);
    }
}
