package io.countersign.mail;

import static io.countersign.mail.MimePart.CRLF;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil.Encoding;
import org.apache.james.mime4j.codec.EncoderUtil.Usage;

/** Collects header fields; text that is not ASCII becomes encoded words (RFC 2047). */
public final class MailHeaders {
    private static final int SOFT_LIMIT = 76;

    private final StringBuilder lines = new StringBuilder();
    private final Charset charset;

    public MailHeaders(Charset charset) {
        this.charset = charset;
    }

    /** A field whose content is ASCII; spaces in it may become folds. */
    public MailHeaders add(String name, String content) {
        var line = new StringBuilder(name).append(':');
        for (var word : content.split(" ", -1)) {
            if (line.length() + word.length() >= SOFT_LIMIT && line.length() > name.length() + 1) {
                lines.append(line).append(CRLF);
                line.setLength(0);
            }
            line.append(' ').append(word);
        }
        lines.append(line).append(CRLF);
        return this;
    }

    /** A field of free text, such as Subject. */
    public MailHeaders addText(String name, String text) {
        return add(name, isAscii(text) ? text : encoded(text, name.length() + 2, Usage.TEXT_TOKEN));
    }

    /** A field that holds one mailbox. */
    public MailHeaders addMailbox(String name, String display, String address) {
        if (display.isEmpty()) {
            return add(name, address);
        }
        var phrase = isAscii(display)
                ? EncoderUtil.encodeAddressDisplayName(display)
                : encoded(display, name.length() + 2, Usage.WORD_ENTITY);
        return add(name, phrase + " <" + address + ">");
    }

    public MailHeaders addIds(String name, List<String> ids) {
        return ids.isEmpty() ? this : add(name, String.join(" ", ids));
    }

    private String encoded(String text, int used, Usage usage) {
        var encoding = charset.equals(StandardCharsets.UTF_8) ? Encoding.B : Encoding.Q;
        return EncoderUtil.encodeEncodedWord(text, usage, used, charset, encoding);
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
