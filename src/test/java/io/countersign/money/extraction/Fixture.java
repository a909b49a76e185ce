package io.countersign.money.extraction;

import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.mail.Address;
import io.countersign.mail.Envelope;
import io.countersign.mail.Examination;
import io.countersign.mail.MailParser;
import io.countersign.mail.Understanding;
import io.countersign.money.PdfReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** An invented mail of {@code money/*.txt} and what should be found in it. */
record Fixture(String name, byte[] raw, List<String> expected) {
    private static final ClassifyEnricher CLASSIFIER = new ClassifyEnricher(SenderHistory.none());
    private static final ReceiptEnricher ENRICHER =
            new ReceiptEnricher(_ -> new PdfReading.Unreadable("There are no PDFs here."));

    static List<Fixture> all(String file) {
        try (var in = Fixture.class.getResourceAsStream("/money/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var fixtures = new ArrayList<Fixture>();
            for (var block : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ", -1)) {
                if (!block.isBlank()) {
                    fixtures.add(fixture(block));
                }
            }
            return fixtures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture fixture(String block) {
        int nameEnd = block.indexOf('\n');
        int bodyBegin = block.indexOf("\n\n");
        var head = new StringBuilder();
        var expected = new ArrayList<String>();
        for (var line : block.substring(nameEnd + 1, bodyBegin).split("\n", -1)) {
            if (line.startsWith("Expect: ")) {
                expected.add(line.substring(8).strip());
            } else {
                head.append(encoded(line)).append("\r\n");
            }
        }
        var body = block.substring(bodyBegin + 2).strip();
        var type = body.startsWith("<") ? "text/html" : "text/plain";
        head.append("To: alex@example.com\r\nMIME-Version: 1.0\r\nContent-Type: " + type
                + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        head.append(Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        return new Fixture(block.substring(0, nameEnd), head.toString().getBytes(StandardCharsets.UTF_8), expected);
    }

    private static String encoded(String line) {
        int colon = line.indexOf(": ");
        var value = line.substring(colon + 2);
        int address = value.indexOf(" <");
        boolean from = line.startsWith("From:") && address > 0;
        var text = from ? value.substring(0, address).replace("\"", "") : value;
        if (text.chars().allMatch(c -> c < 128)) {
            return line;
        }
        var word = "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
        return line.substring(0, colon + 2) + word + (from ? value.substring(address) : "");
    }

    Understanding understood() {
        var mail = new MailParser().parse(raw);
        var envelope = new Envelope(
                mail.messageId(),
                "",
                mail.from(),
                List.of(Address.NONE),
                mail.listId(),
                mail.subject(),
                mail.date().orElse(Instant.EPOCH),
                "",
                false,
                false,
                raw.length);
        var examination = Examination.of(mail, envelope);
        return ENRICHER.enrich(examination, CLASSIFIER.enrich(examination, Understanding.unknown()));
    }

    /** What differs from what was expected, in words; empty when nothing does. */
    List<String> differences() {
        var found = understood().receipts();
        var wrong = new ArrayList<String>();
        var wanted = expected.equals(List.of("none")) ? List.<String>of() : expected;
        if (found.size() != wanted.size()) {
            wrong.add("found " + found + " instead of " + wanted);
            return wrong;
        }
        for (int i = 0; i < wanted.size(); i++) {
            var want = wanted.get(i).split(" \\| ", -1);
            var facts = found.get(i);
            var amount = facts.amount().map(value -> value.toPlainString()).orElse("-") + " "
                    + facts.currency().orElse("-");
            compare("merchant", want[0], facts.merchant().contains(want[0]) ? want[0] : facts.merchant(), wrong);
            compare("amount", want[1], amount, wrong);
            compare("date", want[2], facts.date().map(Object::toString).orElse("none"), wrong);
            compare("kind", want[3], facts.kind().id(), wrong);
            compare("status", want[4], facts.status().id(), wrong);
            compare("order", want[5], facts.orderId().orElse("none"), wrong);
        }
        return wrong;
    }

    private static void compare(String what, String want, String got, List<String> wrong) {
        boolean open = Optional.of(want).filter("-"::equals).isPresent();
        if (!open && !want.equals(got)) {
            wrong.add(what + " " + got + " instead of " + want);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
