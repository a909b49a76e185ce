package io.countersign.approval.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.PendingRow;
import io.countersign.mail.Address;
import io.countersign.policy.Action;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PendingCsvTest {
    private static final Instant AT = Instant.parse("2026-01-02T10:00:00Z");

    @Test
    void aRowSaysWhatItWouldDoAndNothingInItIsAFormula() throws Exception {
        var texts = Texts.of(Locale.ENGLISH);
        var words = new ApprovalWords(texts, new Formats(texts, Locale.ENGLISH, Clock.systemUTC()));
        var row = new PendingRow(
                1, 2, new Address("=cmd()", "@a@b.example"), "+1 \"offer\"", AT, 3, "-p", new Action.Label("job"), 0.5);
        var written = new StringBuilder();
        PendingCsv.table(ZoneId.of("Europe/Berlin"), words).write(List.of(row), written, Progress.none());
        assertThat(written.toString().lines())
                .containsExactly(
                        "date,from_name,from_address,subject,action,does,policy,confidence",
                        "2026-01-02T11:00:00+01:00,'=cmd(),'@a@b.example,\"'+1 \"\"offer\"\"\",label_email,Label “job”,'-p,0.5000");
    }
}
