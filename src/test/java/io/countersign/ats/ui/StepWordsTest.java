package io.countersign.ats.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.NextStep;
import io.countersign.ats.SampleApplications;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Next steps in words, on Monday, 23 November 2026. */
class StepWordsTest {
    private static String said(NextStep step, Locale locale) {
        var texts = Texts.of(locale);
        var formats = new Formats(texts, locale, SampleApplications.CLOCK);
        return new StepWords(texts, new DayWords(texts, formats, SampleApplications.CLOCK)).dated(step);
    }

    private static String said(NextStep step) {
        return said(step, Locale.US);
    }

    private static Optional<LocalDate> december(int day) {
        return Optional.of(LocalDate.of(2026, 12, day));
    }

    @Test
    void aDeadlineIsSaidWithItsWeekdayAndDate() {
        assertThat(said(new NextStep.Decide(december(4)))).isEqualTo("Answer by Fri, Dec 4");
        assertThat(said(new NextStep.Decide(december(4)), Locale.GERMANY)).isEqualTo("Antworten bis Fr., 4. Dez.");
        assertThat(said(new NextStep.Assessment(december(1)))).isEqualTo("Submit the assessment by Tue, Dec 1");
    }

    @Test
    void aDeadlineThatIsNearOrOverIsSaidShorter() {
        assertThat(said(new NextStep.Decide(Optional.of(SampleApplications.TODAY))))
                .isEqualTo("Answer today");
        assertThat(said(new NextStep.Decide(Optional.of(SampleApplications.TODAY.plusDays(1)))))
                .isEqualTo("Answer by tomorrow");
        assertThat(said(new NextStep.Decide(Optional.of(SampleApplications.TODAY.minusDays(1)))))
                .isEqualTo("Answer now");
    }

    @Test
    void withoutADeadlineTheOfferIsNamed() {
        assertThat(said(new NextStep.Decide(Optional.empty()))).isEqualTo("Answer the offer");
    }

    @Test
    void whereThereIsLessRoomTheDayIsSaidAsShortAsCanBe() {
        var texts = Texts.of(Locale.US);
        var formats = new Formats(texts, Locale.US, SampleApplications.CLOCK);
        var words = new StepWords(texts, new DayWords(texts, formats, SampleApplications.CLOCK));
        assertThat(words.of(new NextStep.Decide(december(4)))).isEqualTo("Answer by Dec 4");
        assertThat(words.of(new NextStep.Decide(Optional.of(SampleApplications.TODAY.plusDays(4)))))
                .isEqualTo("Answer by Fri");
    }
}
