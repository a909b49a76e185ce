package io.countersign.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe", // half an hour of daylight saving
            "America/Sao_Paulo",
            "Africa/Cairo", // at midnight
            "Pacific/Apia", // once left out a day
            "Asia/Kolkata");

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    02:00, 2026-03-28T12:00, 2026-03-29T01:00:00Z", // 03:00 follows 01:59
        "Europe/Berlin,    02:30, 2026-03-28T12:00, 2026-03-29T01:00:00Z",
        "Europe/Berlin,    03:00, 2026-03-28T12:00, 2026-03-29T01:00:00Z",
        "Europe/Berlin,    02:30, 2026-10-24T12:00, 2026-10-25T00:30:00Z", // the first of two
        "Europe/Berlin,    03:00, 2026-10-24T12:00, 2026-10-25T02:00:00Z",
        "America/New_York, 02:15, 2026-03-07T12:00, 2026-03-08T07:00:00Z",
        "America/New_York, 01:30, 2026-10-31T12:00, 2026-11-01T05:30:00Z",
        "America/New_York, 02:00, 2026-10-31T12:00, 2026-11-01T07:00:00Z",
        "Africa/Cairo,     00:00, 2026-04-23T12:00, 2026-04-23T22:00:00Z"
    })
    void daysOfWhichClocksAreChangedHaveOneDueMoment(String zone, String at, String from, String due) {
        var zoned = ZoneId.of(zone);
        var daily = new Schedule.Daily(LocalTime.parse(at));

        var first = daily.after(LocalDateTime.parse(from).atZone(zoned).toInstant(), zoned)
                .orElseThrow();

        assertThat(first).isEqualTo(due);
        assertThat(daily.after(first, zoned).orElseThrow())
                .as("the next is of the next day")
                .isAfter(first.plus(Duration.ofHours(20)));
    }

    @Test
    void theSecondOfTwoEqualTimesIsNotDue() {
        var daily = new Schedule.Daily(LocalTime.of(2, 30));
        var between = Instant.parse("2026-10-25T00:45:00Z"); // 02:45 for the first time

        assertThat(daily.after(between, BERLIN)).contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void aWeekBeginsAnewOnItsDay() {
        var weekly = new Schedule.Weekly(DayOfWeek.SUNDAY, LocalTime.of(3, 0));

        assertThat(weekly.after(Instant.parse("2026-03-25T10:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(weekly.after(Instant.parse("2026-03-29T01:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-04-05T01:00:00Z"));
    }

    @Test
    void inEveryZoneEachDayIsDueOnceAndInOrder() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var at = LocalTime.of(random.nextInt(24), random.nextInt(60));
            var daily = new Schedule.Daily(at);
            var moment = Instant.parse("2011-12-01T00:00:00Z").plusSeconds(random.nextInt(20 * 365 * 86_400));
            var seen = new HashSet<Object>();
            for (int day = 0; day < 400; day++) {
                var due = daily.after(moment, zone).orElseThrow();
                assertThat(due).isAfter(moment);
                assertThat(Duration.between(moment, due)).isLessThan(Duration.ofHours(51));
                assertThat(seen.add(due.atZone(zone).toLocalDate()))
                        .as("%s at %s: %s", zone, at, due)
                        .isTrue();
                moment = due;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02:30",
                "00:00",
                "sun 03:00",
                "mon 23:59",
                "every 15m",
                "every 2h",
                "every 1d",
                "every 90m",
                "off"
            })
    void aScheduleIsWrittenAsItIsRead(String text) {
        assertThat(ScheduleText.of(ScheduleText.parse(text))).isEqualTo(text);
    }

    @Test
    void otherSpellingsAreRead() {
        assertThat(ScheduleText.parse(" Sunday  3:00 ")).isEqualTo(ScheduleText.parse("sun 03:00"));
        assertThat(ScheduleText.parse("EVERY 60M")).isEqualTo(new Schedule.Every(Duration.ofHours(1)));
        assertThat(ScheduleText.parse("7:05")).isEqualTo(new Schedule.Daily(LocalTime.of(7, 5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "25:00",
                "2",
                "02:30:15",
                "su 03:00",
                "sun",
                "every",
                "every 0m",
                "every 15",
                "every m",
                "every 99999999999999999999m",
                "every -5m",
                "every 9000d",
                "every 15s",
                "at 02:30 sharp",
                "* * * * *",
                "02:30 off"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ScheduleText.parse(text)).isInstanceOf(CountersignException.Invalid.class);
    }

    @Test
    void randomTextNeverBreaksIt() {
        var random = new Random(3);
        var letters = "0123456789: every sun mdhof".toCharArray();
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            try {
                var schedule = ScheduleText.parse(text.toString());
                assertThat(ScheduleText.parse(ScheduleText.of(schedule))).isEqualTo(schedule);
                assertThat(Set.of(schedule)).hasSize(1);
            } catch (CountersignException.Invalid e) {
                assertThat(e.arguments()).isNotEmpty();
            }
        }
    }
}
