package io.countersign.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.classify.SharedMail.Sample;
import io.countersign.mail.Category;
import io.countersign.mail.Examination;
import io.countersign.mail.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How good the detectors are on public mail that nobody here wrote. */
class SharedMailTest {
    private final ClassifyEnricher enricher = new ClassifyEnricher(SenderHistory.none());
    private final SharedMail mail = new SharedMail();

    @BeforeEach
    void needsTheCollections() {
        Assumptions.assumeTrue(
                Files.isDirectory(SharedMail.HOME), "the shared mail collections are not beside the project");
    }

    @Test
    void whatGmailCallsPromotionsIsPromotionOrNewsletter() {
        var promotions = mail.takeout().stream()
                .filter(sample -> sample.label().equals("promotions"))
                .toList();
        assertThat(promotions).hasSizeGreaterThan(250);
        assertThat(share(promotions, found -> isBulk(found.category()))).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void peopleWritingToEachOtherAreHardlyEverTakenForBusiness() {
        for (var source : List.of("enron", "mailing-list")) {
            assertThat(share(mail.all(source, source), found -> claims(found.category())))
                    .as(source)
                    .isLessThanOrEqualTo(0.01);
        }
    }

    @Test
    void genuineMailIsNeverHighRisk() {
        for (var source : List.of("enron", "mailing-list", "takeout-2019.mbox.gz", "spam-corpus/ham")) {
            assertThat(share(mail.all(source, source), found -> found.riskScore() >= 80))
                    .as(source)
                    .isZero();
        }
    }

    @Test
    void jobMailMostlyComesOutRight() throws IOException {
        assertThat(recall(mail.stages(true))).isGreaterThanOrEqualTo(0.85);
        assertThat(recall(mail.stages(false))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void receiptsAreRecognised() throws IOException {
        assertThat(recall(mail.receipts())).isGreaterThanOrEqualTo(0.95);
    }

    private double recall(List<Sample> samples) {
        var labelled = samples.stream()
                .filter(sample -> Category.of(sample.label()).isPresent())
                .toList();
        long right = labelled.stream()
                .filter(sample -> understand(sample).category().id().equals(sample.label()))
                .count();
        return (double) right / labelled.size();
    }

    private double share(List<Sample> samples, Predicate<Understanding> condition) {
        long count = samples.stream().map(this::understand).filter(condition).count();
        return (double) count / samples.size();
    }

    private Understanding understand(Sample sample) {
        return enricher.enrich(Examination.of(sample.mail(), sample.envelope()), Understanding.unknown());
    }

    private static boolean isBulk(Category category) {
        return category == Category.PROMOTION || category == Category.NEWSLETTER;
    }

    private static boolean claims(Category category) {
        return category == Category.PROMOTION || category == Category.RECEIPT || category.isJobSearch();
    }
}
