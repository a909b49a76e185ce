package io.countersign.money.ui;

import io.countersign.mail.MailReader;
import io.countersign.mail.ParsedMail;
import io.countersign.money.MoneyDesk;
import io.countersign.shared.ui.MailBody;
import java.time.ZoneId;

/** Collects what the screen shows. Blocking and thread-safe. */
public final class MoneyReader {
    private final MoneyDesk desk;
    private final MailReader mails;
    private final ZoneId zone;

    /** {@code zone} is where a day begins and ends for the person. */
    public MoneyReader(MoneyDesk desk, MailReader mails, ZoneId zone) {
        this.desk = desk;
        this.mails = mails;
        this.zone = zone;
    }

    MoneySnapshot read() {
        return new MoneySnapshot(
                desk.receipts().stream().map(ReceiptRow::of).toList(),
                desk.withoutAmount().stream()
                        .map(statement -> ReceiptRow.of(statement, zone))
                        .toList(),
                desk.duplicates(MoneyDesk.WINDOW_DAYS),
                desk.subscriptions());
    }

    /** The text of a mail; empty when it is gone. */
    MailBody mail(long messageId) {
        return MailBody.of(mails.read(messageId).map(ParsedMail::text).orElse(""));
    }

    MoneyDesk desk() {
        return desk;
    }
}
