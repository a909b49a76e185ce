package io.countersign.ats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.mail.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The documented formula, to the day. */
class GhostingRiskTest {
    private static final Instant CHANGE = Instant.parse("2026-03-02T09:00:00Z");

    private static double risk(Stage stage, Duration since, Optional<Instant> interview) {
        return GhostingRisk.of(Optional.of(stage), Optional.of(CHANGE), interview, CHANGE.plus(since));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1", "13, 0.1", "14, 0.92", "15, 0.95", "16, 0.98", "17, 1.0", "400, 1.0"})
    void withoutAnInterviewItStepsUpOnDay14AndIsFullFromDay17(int days, double risk) {
        assertThat(risk(Stage.APPLIED, Duration.ofDays(days), Optional.empty())).isCloseTo(risk, within(1e-9));
    }

    @Test
    void onlyWholeDaysCount() {
        assertThat(risk(Stage.APPLIED, Duration.ofDays(14).minusSeconds(1), Optional.empty()))
                .isEqualTo(0.1);
    }

    @Test
    void anInterviewDateKeepsItLow() {
        assertThat(risk(Stage.INTERVIEW, Duration.ofDays(30), Optional.of(CHANGE)))
                .isEqualTo(0.1);
    }

    @Test
    void itIsUnknownWithoutAStageDate() {
        assertThat(GhostingRisk.of(Optional.of(Stage.APPLIED), Optional.empty(), Optional.empty(), CHANGE))
                .isEqualTo(0.2);
        assertThat(GhostingRisk.of(Optional.empty(), Optional.empty(), Optional.of(CHANGE), CHANGE))
                .isEqualTo(0.2);
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "WITHDRAWN", "HIRED"})
    void anEndedApplicationIsNotAtRisk(Stage stage) {
        assertThat(risk(stage, Duration.ofDays(30), Optional.empty())).isZero();
        assertThat(GhostingRisk.of(Optional.of(stage), Optional.empty(), Optional.empty(), CHANGE))
                .isZero();
    }
}
