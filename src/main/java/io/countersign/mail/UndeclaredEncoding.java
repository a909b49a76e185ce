package io.countersign.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Recognises a text that is still quoted-printable or base64 although no field says so: some gateways and exports lose
 * the field on the way. Strict, so that no ordinary text is changed; looks at the beginning only.
 */
final class UndeclaredEncoding {
    private static final int LOOKED_AT = 20_000;
    private static final int SHORTEST_BASE64 = 60;
    private static final int LONGEST_LINE = 77;
    private static final int SOFT_LINE = 70;

    private UndeclaredEncoding() {}

    /** The decoded text; empty when it is not encoded. */
    static Optional<byte[]> undone(byte[] text, Defects defects) {
        int end = Math.min(text.length, LOOKED_AT);
        if (isBase64(text, end)) {
            var decoded = TransferEncoding.BASE64.decode(text, 0, text.length, new Defects());
            if (isText(decoded)) {
                defects.add("The text was base64 without saying so.");
                return Optional.of(decoded);
            }
        } else if (isQuotedPrintable(text, end)) {
            defects.add("The text was quoted-printable without saying so.");
            return Optional.of(TransferEncoding.QUOTED_PRINTABLE.decode(text, 0, text.length, new Defects()));
        }
        return Optional.empty();
    }

    private static boolean isBase64(byte[] text, int end) {
        int sextets = 0;
        int line = 0;
        int longest = 0;
        for (int i = 0; i < end; i++) {
            int sextet = TransferEncoding.sextet(text[i]);
            if (sextet == -1 || text[i] == ' ' || text[i] == '\t') {
                return false;
            }
            sextets += sextet >= 0 ? 1 : 0;
            line = sextet == -3 ? 0 : line + 1;
            longest = Math.max(longest, line);
        }
        return sextets >= SHORTEST_BASE64 && longest % 4 == 0 && longest <= LONGEST_LINE;
    }

    private static boolean isText(byte[] decoded) {
        for (byte b : decoded) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Nearly every {@code =} is an escape, hardly a line is too long, and there are soft breaks or bytes beyond ASCII. */
    private static boolean isQuotedPrintable(byte[] text, int end) {
        int escapes = 0;
        int certain = 0;
        int wrong = 0;
        int line = 0;
        int lines = 1;
        int tooLong = 0;
        for (int i = 0; i < end; i++) {
            byte b = text[i];
            if (b == '\n') {
                line = 0;
                lines++;
                continue;
            }
            if (b != '\r' && ++line == LONGEST_LINE + 1) {
                tooLong++;
            }
            if (b != '=' || i + 2 >= end) {
                continue;
            }
            if (text[i + 1] == '\n' || text[i + 1] == '\r') {
                escapes++;
                certain += line >= SOFT_LINE ? 1 : 0;
            } else if (isUpperHex(text[i + 1]) && isUpperHex(text[i + 2])) {
                escapes++;
                certain += isBeyondAscii(text, i, end) ? 1 : 0;
            } else {
                wrong++;
            }
        }
        return certain > 0 && escapes >= 2 && wrong * 20 <= escapes && tooLong * 10 <= lines;
    }

    /** Two escapes in a row above 0x7F: a letter in UTF-8. */
    private static boolean isBeyondAscii(byte[] text, int at, int end) {
        return at + 4 < end && text[at + 1] >= '8' && text[at + 3] == '=' && text[at + 4] >= '8';
    }

    private static boolean isUpperHex(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'F');
    }
}
