package io.countersign.money.ui;

import io.countersign.mail.MailReader;
import io.countersign.mail.ParsedMail;
import io.countersign.money.MerchantKeys;
import io.countersign.money.MoneyDesk;
import io.countersign.money.Receipt;
import io.countersign.shared.ui.MailBody;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what the screen shows. Blocking and thread-safe. */
public final class MoneyReader {
    private final MoneyDesk desk;
    private final MailReader mails;
    private final ZoneId zone;
    private final Locale locale;
    private @Nullable MerchantKeys keys;

    /** {@code zone} is where a day begins and ends for the person, {@code locale} how they sort words. */
    public MoneyReader(MoneyDesk desk, MailReader mails, ZoneId zone, Locale locale) {
        this.desk = desk;
        this.mails = mails;
        this.zone = zone;
        this.locale = locale;
    }

    MoneySnapshot read() {
        return new MoneySnapshot(desk.overview(MoneyDesk.WINDOW_DAYS), zone, locale);
    }

    /** The text of a mail; empty when it is gone. */
    MailBody mail(long messageId) {
        return MailBody.of(mails.read(messageId).map(ParsedMail::text).orElse(""));
    }

    /** What was spent in that currency, or in the one of most receipts. */
    SpendingReport spending(List<Receipt> receipts, Optional<String> currency) {
        return SpendingReport.of(receipts, currency, keys());
    }

    // Read when first needed, off the UI thread: it is a file.
    private synchronized MerchantKeys keys() {
        var known = keys;
        if (known == null) {
            known = MerchantKeys.load();
            keys = known;
        }
        return known;
    }

    MoneyDesk desk() {
        return desk;
    }
}
