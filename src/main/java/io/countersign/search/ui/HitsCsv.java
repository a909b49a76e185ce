package io.countersign.search.ui;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.shared.text.CsvTable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Mails that were found as a table for other programs. */
final class HitsCsv {
    private static final List<String> COLUMNS = List.of(
            "date", "from_name", "from_address", "subject", "category", "stage", "folder", "labels", "email_id");

    private HitsCsv() {}

    /** Dates with the offset of a zone. */
    static CsvTable<Message> table(ZoneId zone) {
        return new CsvTable<>(COLUMNS, ',', false, mail -> cells(mail, zone));
    }

    private static List<String> cells(Message mail, ZoneId zone) {
        var envelope = mail.envelope();
        return List.of(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        envelope.receivedAt().atZone(zone)),
                CsvTable.neutral(envelope.from().name()),
                CsvTable.neutral(envelope.from().email()),
                CsvTable.neutral(envelope.subject()),
                mail.understanding().category().id(),
                mail.understanding()
                        .ats()
                        .flatMap(AtsFacts::stage)
                        .map(Stage::id)
                        .orElse(""),
                CsvTable.neutral(mail.state().folder()),
                CsvTable.neutral(String.join(", ", mail.labels())),
                "<" + envelope.messageId() + ">");
    }
}
