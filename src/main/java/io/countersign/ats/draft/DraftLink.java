package io.countersign.ats.draft;

import io.countersign.ats.FollowUpDraft;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A draft as a {@code mailto:} link (RFC 6068). */
public final class DraftLink {
    /** What every system passes on to its mail program. */
    static final int LONGEST = 2000;

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private DraftLink() {}

    /** Empty when it would be too long to be passed on: the file serves then. */
    public static Optional<URI> of(FollowUpDraft draft) {
        var link = new StringBuilder("mailto:");
        if (DraftFile.isAddress(draft.to())) {
            encode(draft.to(), "@", link);
        }
        link.append("?subject=");
        encode(draft.subject(), "", link);
        link.append("&body=");
        encode(String.join("\r\n", draft.body().lines().toList()), "", link);
        return link.length() <= LONGEST ? Optional.of(URI.create(link.toString())) : Optional.empty();
    }

    private static void encode(String text, String also, StringBuilder link) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0 || also.indexOf(b) >= 0) {
                link.append((char) b);
            } else {
                link.append('%')
                        .append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            }
        }
    }
}
