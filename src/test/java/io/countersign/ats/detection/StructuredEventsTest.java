package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments in schema.org data, sound and hostile. */
@Timeout(20)
class StructuredEventsTest {

    private static Optional<Instant> start(String json) {
        return StructuredEvents.start("<script type=\"application/ld+json\">" + json + "</script>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            {"@type":"Event","startDate":"2025-09-15T09:00:00+02:00"}                                     | 2025-09-15T07:00:00Z
            {"@type":["BusinessEvent","Thing"],"startDate":"2025-09-15T09:00:00Z"}                        | 2025-09-15T09:00:00Z
            {"@type":"EventReservation","reservationFor":{"@type":"Event","startDate":"2025-09-15T09:00Z"}} | 2025-09-15T09:00:00Z
            [{"@type":"Order"},{"@type":"http://schema.org/Event","startDate":"2025-09-15T09:00:00Z"}]    | 2025-09-15T09:00:00Z
            {"@type":"Event","startDate":"2025-09-15T09:00:00Z","eventStatus":"http://schema.org/EventCancelled"} | -
            {"@type":"Event","startDate":"2025-09-15T09:00:00"}                                           | -
            {"@type":"Event","startDate":"+999999999-12-31T00:00:00Z"}                                    | -
            {"@type":"Event","startDate":"0001-01-01T00:00:00Z"}                                          | -
            {"@type":"Event","startDate":{"a":1}}                                                         | -
            {"@type":"JobPosting","startDate":"2025-09-15T09:00:00Z"}                                     | -
            {"@type":"Event","startDate":                                                                 | -
            """)
    void aMomentIsReadWhereItIsSure(String json, Instant moment) {
        assertThat(start(json)).isEqualTo(Optional.ofNullable(moment));
    }

    @Test
    void bombsAreIgnoredInBoundedTime() {
        assertThat(start("[".repeat(49_000))).isEmpty();
        assertThat(start("{\"a\":".repeat(9_000))).isEmpty();
        assertThat(start("[" + "9".repeat(40_000) + "]")).isEmpty();
        assertThat(start("\"" + "x".repeat(10_000_000) + "\"")).isEmpty();
        assertThat(StructuredEvents.start("application/ld+json".repeat(200_000)))
                .isEmpty();
        assertThat(StructuredEvents.start("application/ld+json>".repeat(200_000) + "</"))
                .isEmpty();
    }
}
