package io.countersign.mail.maildir;

import io.countersign.mail.MailFlag;
import io.countersign.mail.MailboxState;
import io.countersign.mail.RawMail;
import io.countersign.mail.Utf7;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the names in a Maildir say: flags, delivery time, folder. */
final class MaildirName {
    private static final long FIRST_SECOND = 86_400;
    private static final long LAST_SECOND = 4_102_444_800L; // 2100

    private MaildirName() {}

    /** The flags behind {@code :2,}; some file systems need {@code ;2,} or {@code !2,} instead. */
    static Set<MailFlag> flags(String name) {
        var flags = EnumSet.noneOf(MailFlag.class);
        int comma = name.lastIndexOf("2,");
        if (comma < 1 || ":;!".indexOf(name.charAt(comma - 1)) < 0) {
            return flags;
        }
        for (int i = comma + 2; i < name.length(); i++) {
            switch (name.charAt(i)) {
                case 'S' -> flags.add(MailFlag.SEEN);
                case 'F' -> flags.add(MailFlag.FLAGGED);
                case 'R' -> flags.add(MailFlag.ANSWERED);
                case 'D' -> flags.add(MailFlag.DRAFT);
                case 'T' -> flags.add(MailFlag.TRASHED);
                default -> {}
            }
        }
        return flags;
    }

    /** The seconds since 1970 that a name begins with. */
    static Optional<Instant> deliveredAt(String name) {
        long seconds = 0;
        int i = 0;
        while (i < name.length() && i < 11 && name.charAt(i) >= '0' && name.charAt(i) <= '9') {
            seconds = seconds * 10 + name.charAt(i) - '0';
            i++;
        }
        boolean plausible = i < name.length() && name.charAt(i) == '.' && seconds >= FIRST_SECOND;
        return plausible && seconds < LAST_SECOND ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }

    /** The folder of one path element: {@code .Work.Old} (Maildir++) is {@code Work/Old}; IMAP's UTF-7 is decoded. */
    static String element(String name) {
        var plain = name.startsWith(".") ? name.substring(1).replace('.', '/') : name;
        return Utf7.decode(plain, '&');
    }

    /** Joins path elements; the usual names for junk are one. */
    static String folder(String joined) {
        var name = joined.startsWith("INBOX/") ? joined.substring(6) : joined;
        if (name.isEmpty() || name.equalsIgnoreCase(RawMail.INBOX)) {
            return RawMail.INBOX;
        }
        return name.equalsIgnoreCase("spam") || name.equalsIgnoreCase("junk") ? MailboxState.JUNK : name;
    }
}
