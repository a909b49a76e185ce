package io.countersign.money.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.classify.SharedMail;
import io.countersign.classify.SharedMail.Sample;
import io.countersign.mail.Examination;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.Understanding;
import io.countersign.money.PdfReading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How good the reading of receipts is on public mail that nobody here wrote. */
class SharedReceiptsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClassifyEnricher classifier = new ClassifyEnricher(SenderHistory.none());
    private final ReceiptEnricher enricher =
            new ReceiptEnricher(_ -> new PdfReading.Unreadable("PDFs are not read here."));
    private final SharedMail mail = new SharedMail();

    @BeforeEach
    void needsTheCollections() {
        Assumptions.assumeTrue(
                Files.isDirectory(SharedMail.HOME), "the shared mail collections are not beside the project");
    }

    @Test
    void theTotalOfAReceiptIsFound() throws IOException {
        var rows = Files.readAllLines(SharedMail.HOME.resolve("receipts/labels.jsonl"));
        int labelled = 0;
        int exact = 0;
        for (var line : rows) {
            var row = JSON.readTree(line);
            if (row.path("totals").size() > 0) {
                labelled++;
                exact += sameSum(receipts(sample(row)), row) ? 1 : 0;
            }
        }
        assertThat(exact / (double) labelled).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @CsvSource({"spam-corpus/spam, 0.01", "spam-corpus/ham, 0.003", "enron, 0.003", "mailing-list, 0.003"})
    void otherMailIsNoReceipt(String source, double most) {
        var samples = mail.all(source, source);
        long receipts = samples.stream()
                .filter(sample -> receipts(sample).stream()
                        .anyMatch(facts -> facts.amount().isPresent()))
                .count();

        assertThat(samples).isNotEmpty();
        assertThat(receipts / (double) samples.size()).isLessThanOrEqualTo(most);
    }

    private Sample sample(JsonNode row) throws IOException {
        var path = SharedMail.HOME.resolve("receipts").resolve(row.path("path").asText());
        var merchant = row.path("merchant").asText("Shop");
        return mail.sample(
                path.toString(),
                merchant + " <no-reply@" + Words.fold(merchant).replaceAll("[^a-z]", "") + ".com>",
                row.path("subject").asText("Your order"),
                Files.readString(path).replace("\\r\\n", "\n"),
                "receipt");
    }

    private List<ReceiptFacts> receipts(Sample sample) {
        var examined = Examination.of(sample.mail(), sample.envelope());
        return enricher.enrich(examined, classifier.enrich(examined, Understanding.unknown()))
                .receipts();
    }

    private static boolean sameSum(List<ReceiptFacts> found, JsonNode row) {
        var totals = new ArrayList<BigDecimal>();
        row.path("totals").forEach(total -> totals.add(new BigDecimal(total.asText())));
        var amounts = found.stream()
                .flatMap(facts -> facts.amount().stream())
                .map(BigDecimal::abs)
                .toList();
        return sum(amounts).compareTo(sum(totals)) == 0;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
