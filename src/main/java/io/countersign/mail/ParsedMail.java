package io.countersign.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that was read as far as it can be read. Text is free of NUL and unpaired surrogates; nothing in it is trusted.
 *
 * @param headers all header fields in order, decoded (RFC 2047, raw 8-bit guessed)
 * @param messageId without angle brackets; empty when the mail has none
 * @param date the Date header; empty when it is missing or unreadable
 * @param text the readable body: the plain text part, else the HTML as text
 * @param html the HTML body, when there is one
 * @param calendar the first text/calendar part, when there is one
 * @param defects what was wrong, in words: "charset x-foo unknown, read as windows-1252"
 */
public record ParsedMail(
        List<Header> headers,
        String messageId,
        Address from,
        List<Address> replyTo,
        List<Address> to,
        List<Address> cc,
        String subject,
        Optional<Instant> date,
        String text,
        Optional<String> html,
        Optional<String> calendar,
        List<Attachment> attachments,
        List<String> defects) {

    /** A header field; {@code name} as written, {@code content} unfolded and decoded. */
    public record Header(String name, String content) {}

    /**
     * An attached file.
     *
     * @param index its place among the leaf parts of the mail, for {@link MailParser#attachment}
     * @param size in bytes, after decoding
     */
    public record Attachment(int index, String name, String mediaType, long size) {}

    /** The first field of that name, whatever its case. */
    public Optional<String> header(String name) {
        for (var header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.content());
            }
        }
        return Optional.empty();
    }

    /** All fields of that name, whatever its case. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::content)
                .toList();
    }

    /** The identifier in List-Id (between the angle brackets when there are any), in lower case. */
    public Optional<String> listId() {
        return header("List-Id")
                .map(value -> {
                    int open = value.lastIndexOf('<');
                    int close = value.indexOf('>', open + 1);
                    return open >= 0 && close > open ? value.substring(open + 1, close) : value;
                })
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty());
    }
}
