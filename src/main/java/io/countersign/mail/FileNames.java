package io.countersign.mail;

import java.util.Locale;
import java.util.Map;

/** Names for attached files: those given by a mail made harmless, and names for parts that have none. */
final class FileNames {
    private static final int LONGEST = 255;
    private static final Map<String, String> UNNAMED = Map.ofEntries(
            Map.entry("text/calendar", "invite.ics"),
            Map.entry("application/ics", "invite.ics"),
            Map.entry("application/pdf", "document.pdf"),
            Map.entry("message/rfc822", "message.eml"),
            Map.entry("message/global", "message.eml"),
            Map.entry("message/delivery-status", "delivery-status.txt"),
            Map.entry("message/disposition-notification", "disposition.txt"),
            Map.entry("text/rfc822-headers", "headers.txt"),
            Map.entry("application/pgp-signature", "signature.asc"),
            Map.entry("application/pkcs7-signature", "smime.p7s"),
            Map.entry("application/x-pkcs7-signature", "smime.p7s"),
            Map.entry("application/pkcs7-mime", "smime.p7m"),
            Map.entry("application/x-pkcs7-mime", "smime.p7m"),
            Map.entry("application/ms-tnef", "winmail.dat"),
            Map.entry("text/vcard", "contact.vcf"),
            Map.entry("text/x-vcard", "contact.vcf"),
            Map.entry("text/html", "text.html"),
            Map.entry("text/plain", "text.txt"),
            Map.entry("image/jpeg", "image.jpg"),
            Map.entry("application/octet-stream", "attachment.bin"));

    private FileNames() {}

    /** The last path element of {@code given}, free of control characters; empty when nothing is left. */
    static String safe(String given) {
        int start = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1;
        var out = new StringBuilder(given.length());
        for (int i = start; i < given.length() && out.length() < LONGEST; i++) {
            char c = given.charAt(i);
            if (!Character.isISOControl(c)) {
                out.append(c);
            }
        }
        var name = MailCharsets.clean(out.toString()).strip();
        return name.equals(".") || name.equals("..") ? "" : name;
    }

    /** A name for a part that has none; {@code subject} is that of an attached mail. */
    static String forUnnamed(String mediaType, String subject) {
        if (mediaType.startsWith("message/") && !subject.isBlank()) {
            return safe(subject.replace('/', '-').replace('\\', '-')) + ".eml";
        }
        var known = UNNAMED.get(mediaType);
        if (known != null) {
            return known;
        }
        int slash = mediaType.indexOf('/');
        var kind = slash < 0 ? "" : mediaType.substring(0, slash);
        var extension = slash < 0 ? "bin" : mediaType.substring(slash + 1).replaceFirst("^x-", "");
        var base =
                switch (kind) {
                    case "image", "audio", "video", "text" -> kind;
                    default -> "attachment";
                };
        return safe(base + "." + (extension.length() <= 8 ? extension.toLowerCase(Locale.ROOT) : "bin"));
    }
}
