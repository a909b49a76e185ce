package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.DataFile;
import io.countersign.classify.SenderHistory;
import io.countersign.classify.SenderProof;
import io.countersign.classify.SharedMail;
import io.countersign.classify.SharedMail.Sample;
import io.countersign.mail.Category;
import io.countersign.mail.Examination;
import io.countersign.mail.Understanding;
import io.countersign.shared.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is told about recruiter mail that looks wrong, and that genuine mail is left in peace. */
class ScamAdviceTest {
    private static final double FLAGGED = 0.01;

    private final ScamAdvice advice = ScamAdvice.load();
    private final ClassifyEnricher classify = new ClassifyEnricher(SenderHistory.none());
    private final AtsEnricher ats = new AtsEnricher();

    private Optional<RecruiterRisk> of(String from, String subject, String body) {
        var mail = WrittenMails.parsed(from, subject, "text/plain", body, "");
        return advice.of(WrittenMails.understood(mail), SenderProof.of(mail));
    }

    @Test
    void aScamComesWithItsReasonsAndWhatToCheck() {
        var risk = of(
                        "Global Careers HR <global.careers.hiring@gmail.com>",
                        "Remote data entry position",
                        "We came across your resume and you are shortlisted. The interview is held on Telegram. Kindly message"
                                + " the hiring manager on Telegram. Pay is $ 900 weekly. You will get a check to purchase your"
                                + " equipment from our certified vendor. Send your bank details and a copy of your ID.")
                .orElseThrow();
        assertThat(risk.score()).isGreaterThanOrEqualTo(80);
        assertThat(risk.checks())
                .containsSubsequence("pay-nothing", "share-nothing", "talk-in-person", "look-up", "write-to-site");
        assertThat(risk.reasons()).isNotEmpty();
        assertThat(risk.proof()).isEqualTo(SenderProof.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Would you be open to a call about the Data Engineer role? I came across your profile. | 0
            We would like to invite you to an interview for the Data Engineer position. Please choose a time. | 0
            """)
    void aCalmMailIsNotWarnedOf(String body, int flagged) {
        assertThat(of("Dana Pierce <dana@wexler.example>", "Data Engineer", body).stream()
                        .count())
                .isEqualTo(flagged);
    }

    @Test
    void otherRiskyMailIsNotCalledARecruiters() {
        var mail = Understanding.unknown()
                .withCategory(Category.SUSPICIOUS, 0.9, List.of())
                .withRisk(90, List.of("A link leads to a bare number instead of a name (10.0.0.1)."));
        assertThat(advice.of(mail, SenderProof.UNKNOWN)).isEmpty();
        assertThat(advice.of(mail.withCategory(Category.OFFER, 0.9, List.of()), SenderProof.UNKNOWN)
                        .map(RecruiterRisk::checks))
                .contains(List.of("look-up", "write-to-site"));
    }

    @Test
    void everySignLeadsToACheckOfItsOwnWithWordsInBothLanguages() {
        for (var section : DataFile.resource("ats", "scam.txt").sections()) {
            for (var line : section.lines()) {
                if (line.keyword().equals("reason")) {
                    var mail = Understanding.unknown()
                            .withCategory(Category.OFFER, 0.9, List.of())
                            .withRisk(50, List.of(line.argument().replace("{0}", "x")));
                    var checks =
                            advice.of(mail, SenderProof.PASSED).orElseThrow().checks();
                    assertThat(checks).as(section.name()).hasSizeGreaterThanOrEqualTo(2);
                }
            }
        }
        for (var section : DataFile.resource("ats", "advice.txt").sections()) {
            var english = Texts.of(Locale.ENGLISH).get("scam.check." + section.name());
            assertThat(Texts.of(Locale.GERMAN).get("scam.check." + section.name()))
                    .isNotEqualTo(english);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authentication-Results: mx; dkim=pass header.d=a.example; dmarc=pass | PASSED
            Authentication-Results: mx; spf=pass smtp.mailfrom=a.example         | PASSED
            Authentication-Results: mx; spf=pass; dmarc=fail                     | FAILED
            Authentication-Results: mx; spf=fail                                 | FAILED
            Authentication-Results: mx; spf=none; dkim=none                      | UNKNOWN
            X-Nothing: said                                                      | UNKNOWN
            """)
    void missingAuthenticationIsUnknownAndNotFailed(String header, SenderProof proof) {
        var mail = WrittenMails.parsed("HR <hr@a.example>", "Offer", "text/plain", "Hello", header + "\r\n");
        assertThat(SenderProof.of(mail)).isEqualTo(proof);
    }

    @Test
    void genuineJobMailIsHardlyEverWarnedOf() throws IOException {
        assumeThat(Files.isDirectory(SharedMail.HOME))
                .as("the collections of mail are not here")
                .isTrue();
        var shared = new SharedMail();
        assertThat(flagged(shared.stages(true))).isLessThan(FLAGGED);
        assertThat(flagged(shared.stages(false))).isLessThan(FLAGGED);
        assertThat(flagged(shared.all("enron", ""))).isLessThan(FLAGGED);
        assertThat(flagged(shared.all("spam-corpus/ham", ""))).isLessThan(FLAGGED);
        assertThat(flagged(shared.all("mailing-list", ""))).isLessThan(FLAGGED);
        assertThat(flagged(shared.takeout())).isLessThan(FLAGGED);
    }

    private double flagged(List<Sample> samples) {
        var flagged = new ArrayList<String>();
        for (var sample : samples) {
            var examined = Examination.of(sample.mail(), sample.envelope());
            var found = ats.enrich(examined, classify.enrich(examined, Understanding.unknown()));
            advice.of(found, SenderProof.of(sample.mail())).ifPresent(risk -> flagged.add(sample.id() + " " + risk));
        }
        return (double) flagged.size() / samples.size();
    }
}
