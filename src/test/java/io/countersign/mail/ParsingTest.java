package io.countersign.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** A parser, and mails written out line by line or byte by byte for it. */
abstract class ParsingTest {
    final MailParser parser = new MailParser();

    ParsedMail parse(String... lines) {
        return parser.parse(String.join("\r\n", lines).getBytes(ISO_8859_1));
    }

    ParsedMail parse(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return parser.parse(all.toByteArray());
    }

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
