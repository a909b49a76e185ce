package io.countersign.ats.draft;

import io.countersign.ats.FollowUpDraft;
import io.countersign.mail.Address;
import io.countersign.mail.MailHeaders;
import io.countersign.mail.MimePart;
import io.countersign.shared.text.OneLine;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A draft as an RFC 5322 message that mail programs open for editing and sending ({@code X-Unsent}). */
public final class DraftFile {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);

    private DraftFile() {}

    /**
     * Writes a draft.
     *
     * @param from as whom the person writes; without an address the mail program fills it in
     * @param thread what it answers
     */
    public static byte[] of(FollowUpDraft draft, Address from, Optional<DraftThread> thread, ZonedDateTime now) {
        var headers = new MailHeaders(StandardCharsets.UTF_8);
        headers.add("X-Unsent", "1");
        headers.add("Date", DATE.format(now));
        if (isAddress(from.email())) {
            headers.addMailbox("From", OneLine.of(from.name()), from.email());
        }
        if (isAddress(draft.to())) {
            headers.add("To", draft.to());
        }
        headers.addText("Subject", OneLine.of(draft.subject()));
        thread.map(DraftThread::ofAnswer).filter(ids -> !ids.isEmpty()).ifPresent(ids -> {
            headers.add("In-Reply-To", ids.getLast());
            headers.addIds("References", ids);
        });
        headers.add("MIME-Version", "1.0");
        var text = MimePart.text("plain", draft.body(), StandardCharsets.UTF_8, "");
        return (headers + text.whole()).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** True for what can stand in a header without quoting; whatever else a person typed is left to their mail program. */
    static boolean isAddress(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at < text.length() - 1
                && at == text.lastIndexOf('@')
                && text.chars().allMatch(c -> c > ' ' && c < 127 && "<>()[],;:\\\"".indexOf(c) < 0);
    }
}
