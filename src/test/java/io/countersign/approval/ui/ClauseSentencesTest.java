package io.countersign.approval.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Clause;
import io.countersign.policy.ClauseVerb;
import io.countersign.policy.MessageField;
import io.countersign.policy.MessageFields;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseSentencesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("America/New_York"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            category is promotion             | promotion            | kind of mail is promotion           | promotion
            expiresAt before now              | 2019-10-31T23:59:59Z | end of the offer has passed         | Oct 31, 2019
            expiresAt after now               | 2019-10-31T08:00:00Z | end of the offer is still to come   | Oct 31, 2019, 4:00 AM
            receivedAt at or before 2026-01-05 | 2026-01-04T23:59:59Z | day of arrival no later than Jan 5, 2026 | Jan 4, 2026
            ageDays above 60                  | 1234                 | age above 60 days                   | 1,234 days
            riskScore at least 70             | 86                   | risk at least 70 of 100             | 86 of 100
            categoryConfidence not below 0.9  | 0.975                | certainty of the kind not below 90% | 98%
            not starred                       | false                | not starred                         | no
            unread                            | true                 | not read yet                        | yes
            category is one of event, job_alert and 3 more | job_alert | kind of mail is event, job alert or 3 more | job alert
            category is none of event, offer  | event                | kind of mail is not event or job offer | event
            receipt.kind is bank_alert        | bank_alert           | kind of receipt is bank notice      | bank notice
            subject does not contain sale     | Hello                | subject does not contain “sale”     | Hello
            labels contains work              | work, later          | labels contains “work”              | work, later
            moonPhase is full                 | yes                  | moonPhase is full                   | yes
            """)
    void aClauseIsSaidInEnglish(String stored, String value, String said, String shown) {
        var sentences = sentences(Locale.US);
        var clause = new Clause(stored, true, value);
        assertThat(sentences.clause(clause)).isEqualTo(said);
        assertThat(sentences.value(clause).replace('\u202f', ' ')).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            category is promotion | promotion            | Art der Mail ist Werbung    | Werbung
            expiresAt before now  | 2019-10-31T23:59:59Z | Ende des Angebots ist vorbei | 31.10.2019
            ageDays above 60      | 1234                 | Alter über 60 Tage          | 1.234 Tage
            unread                | true                 | noch ungelesen              | ja
            receipt.amount above 5 | 19.9                | Betrag über 5,00            | 19,90
            """)
    void aClauseIsSaidInGerman(String stored, String value, String said, String shown) {
        var sentences = sentences(Locale.GERMANY);
        var clause = new Clause(stored, true, value);
        assertThat(sentences.clause(clause)).isEqualTo(said);
        assertThat(sentences.value(clause)).isEqualTo(shown);
    }

    @Test
    void everyFieldVerbAndChoiceHasItsWords() {
        var texts = Texts.of(Locale.ENGLISH);
        for (var field : MessageFields.all()) {
            var key = field.type() == MessageField.Type.BOOLEAN ? "clause.flag." : "clause.field.";
            assertThat(texts.has(key + field.name())).as(key + field.name()).isTrue();
            for (var choice : field.allowed()) {
                var said = sentences(Locale.GERMANY).clause(new Clause(field.name() + " is " + choice, true, ""));
                assertThat(said).doesNotContain("_").doesNotContain(field.name() + " is");
            }
        }
        for (var verb : ClauseVerb.values()) {
            assertThat(verb == ClauseVerb.SET || verb == ClauseVerb.UNSET || texts.has("clause.verb." + verb))
                    .as("%s", verb)
                    .isTrue();
        }
    }

    private static ClauseSentences sentences(Locale locale) {
        var texts = Texts.of(locale);
        return new ClauseSentences(texts, new Formats(texts, locale, CLOCK));
    }
}
