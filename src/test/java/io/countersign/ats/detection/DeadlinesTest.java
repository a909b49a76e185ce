package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.classify.CalendarWords;
import io.countersign.classify.DataFile;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By when offers and assessments await the person; mails of Thursday, 26 November 2026. */
class DeadlinesTest {
    private static final Instant SENT = Instant.parse("2026-11-26T10:00:00Z");

    private final Deadlines deadlines = new Deadlines(CalendarWords.with(), DataFile.resource("ats", "deadlines.txt"));
    private final OwnWords ownWords = new OwnWords(DataFile.resource("ats", "body.txt"));

    private Optional<LocalDate> in(String body, Stage stage) {
        var mail = WrittenMails.parsed("Jane Doe <jane@acme.example>", "Your application", "text/plain", body, "");
        return deadlines.find(Passage.of(mail, ownWords), Optional.of(stage), SENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Please respond by Friday, 4 December.                                          | 2026-12-04
            Please let us know your decision no later than December 4, 2026.               | 2026-12-04
            Kindly sign and return the offer letter by 5 pm on Friday.                     | 2026-11-27
            Please reply by end of day tomorrow.                                           | 2026-11-27
            This offer is valid until December 11 and we hope you accept.                  | 2026-12-11
            The offer expires on 2026-12-01.                                               | 2026-12-01
            We'd like your answer within one week.                                         | 2026-12-03
            Please confirm before 5:00 p.m. EST on Monday.                                 | 2026-11-30
            Bitte geben Sie uns bis zum 4. Dezember Rückmeldung.                           | 2026-12-04
            Wir freuen uns auf Ihre Antwort bis spätestens Freitag, den 4. Dezember 2026.  | 2026-12-04
            Bitte senden Sie den Vertrag innerhalb von 10 Tagen unterschrieben zurück.     | 2026-12-06
            Merci de nous donner votre réponse dans les 5 jours.                           | 2026-12-01
            """)
    void theDayByWhichAnOfferAwaitsItsAnswer(String body, LocalDate day) {
        assertThat(in(body, Stage.OFFER)).contains(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Please complete the assessment within 5 days.                             | 2026-12-01
            You have 7 days to complete the test.                                     | 2026-12-03
            Please submit your solution within three business days.                   | 2026-12-01
            You have 72 hours to finish it.                                           | 2026-11-29
            Deadline: 4 December 2026                                                 | 2026-12-04
            The link expires in 5 days.                                               | 2026-12-01
            Bitte bearbeiten Sie den Test in den nächsten 3 Tagen.                    | 2026-11-29
            Bitte reichen Sie Ihre Lösung ein. Frist: 04.12.2026                      | 2026-12-04
            Complete part one by 8 December and submit part two by 4 December.        | 2026-12-04
            """)
    void theDayByWhichAnAssessmentIsToBeDone(String body, LocalDate day) {
        assertThat(in(body, Stage.ASSESSMENT)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We will get back to you within 5 days.",
                "You will hear from us by Friday, 4 December; no need to respond.",
                "Wir melden uns bis zum 4. Dezember mit einer Antwort.",
                "Your first day would be 4 January.",
                "The office is closed until 4 December.",
                "Please respond by 4 November 2026.",
                "The test takes 90 minutes to complete.",
                "Please respond by 03/04."
            })
    void whatOthersPromiseAndWhatIsOverIsNoDeadline(String body) {
        assertThat(in(body, Stage.OFFER)).isEmpty();
        assertThat(in(body, Stage.ASSESSMENT)).isEmpty();
    }

    @Test
    void onlyOffersAndAssessmentsHaveOne() {
        assertThat(in("Please respond by Friday, 4 December.", Stage.APPLIED)).isEmpty();
        assertThat(in("Please respond by Friday, 4 December.", Stage.INTERVIEW)).isEmpty();
    }

    @Test
    void anyTextIsReadWithoutFailing() {
        var random = new Random(5);
        var pieces = "by within respond 5 99999999999 days bis zum 31. 2. December İ 17:00 pm , : . \n deadline until 0"
                .split(" ", -1);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder("please respond ");
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            in(text.toString(), Stage.OFFER)
                    .ifPresent(day -> assertThat(day).isBetween(LocalDate.of(2026, 11, 26), LocalDate.of(2027, 3, 26)));
        }
    }
}
