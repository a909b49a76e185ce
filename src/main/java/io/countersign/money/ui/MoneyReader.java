package io.countersign.money.ui;

import io.countersign.mail.MailReader;
import io.countersign.mail.ParsedMail;
import io.countersign.money.MoneyDesk;
import io.countersign.shared.ui.MailBody;
import java.time.ZoneId;
import java.util.Locale;

/** Collects what the screen shows. Blocking and thread-safe. */
public final class MoneyReader {
    private final MoneyDesk desk;
    private final MailReader mails;
    private final ZoneId zone;
    private final Locale locale;

    /** {@code zone} is where a day begins and ends for the person, {@code locale} how they sort words. */
    public MoneyReader(MoneyDesk desk, MailReader mails, ZoneId zone, Locale locale) {
        this.desk = desk;
        this.mails = mails;
        this.zone = zone;
        this.locale = locale;
    }

    MoneySnapshot read() {
        return new MoneySnapshot(
                desk.receipts(),
                desk.withoutAmount(),
                desk.duplicates(MoneyDesk.WINDOW_DAYS),
                desk.subscriptions(),
                zone,
                locale);
    }

    /** The text of a mail; empty when it is gone. */
    MailBody mail(long messageId) {
        return MailBody.of(mails.read(messageId).map(ParsedMail::text).orElse(""));
    }

    MoneyDesk desk() {
        return desk;
    }
}
