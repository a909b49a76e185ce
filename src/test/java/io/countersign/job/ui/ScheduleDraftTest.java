package io.countersign.job.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.job.Schedule;
import io.countersign.job.ScheduleText;
import io.countersign.job.ui.ScheduleDraft.Kind;
import io.countersign.job.ui.ScheduleDraft.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleDraftTest {
    @ParameterizedTest
    @ValueSource(strings = {"02:30", "sun 03:00", "every 1m", "every 90m", "every 2h", "every 36h", "every 7d", "off"})
    void aScheduleIsTypedAsItIs(String text) {
        var schedule = ScheduleText.parse(text);
        assertThat(ScheduleDraft.of(schedule).schedule()).contains(schedule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25:00", "2", "off", "every 2h", "sun 03:00", "02:30:15", "2:3"})
    void whatIsNoTimeIsNotTaken(String typed) {
        var draft = new ScheduleDraft(Kind.DAILY, typed, DayOfWeek.MONDAY, "1", Unit.DAYS);
        assertThat(draft.schedule()).isEmpty();
        assertThat(draft.problem()).contains("jobs.edit.bad.time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "1 5", "9999999", "400"})
    void whatIsNoPauseOfAMinuteToAYearIsNotTaken(String typed) {
        var draft = new ScheduleDraft(Kind.EVERY, "02:00", DayOfWeek.MONDAY, typed, Unit.DAYS);
        assertThat(draft.schedule()).isEmpty();
        assertThat(draft.problem()).contains("jobs.edit.bad.pause");
    }

    @Test
    void eachFormTakesWhatBelongsToIt() {
        assertThat(new ScheduleDraft(Kind.DAILY, " 7:05 ", DayOfWeek.FRIDAY, "", Unit.DAYS).schedule())
                .contains(new Schedule.Daily(LocalTime.of(7, 5)));
        assertThat(new ScheduleDraft(Kind.WEEKLY, "23:59", DayOfWeek.FRIDAY, "", Unit.DAYS).schedule())
                .contains(new Schedule.Weekly(DayOfWeek.FRIDAY, LocalTime.of(23, 59)));
        assertThat(new ScheduleDraft(Kind.EVERY, "", DayOfWeek.FRIDAY, "45", Unit.MINUTES).schedule())
                .contains(new Schedule.Every(Duration.ofMinutes(45)));
        assertThat(new ScheduleDraft(Kind.BY_HAND, "", DayOfWeek.FRIDAY, "", Unit.DAYS).schedule())
                .contains(new Schedule.ByHand());
    }
}
