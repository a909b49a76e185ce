package io.countersign.money.extraction;

import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.mail.Address;
import io.countersign.mail.Envelope;
import io.countersign.mail.Examination;
import io.countersign.mail.MailParser;
import io.countersign.mail.Understanding;
import io.countersign.money.pdf.PrintedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An invented mail of {@code money/*.txt} and what should be found in it. */
record Fixture(String name, String raw, List<String> expected) {
    private static final String PDF = "pdf: ";
    private static final ClassifyEnricher CLASSIFIER = new ClassifyEnricher(SenderHistory.none());
    private static final ReceiptEnricher ENRICHER = new ReceiptEnricher(PrintedPage.reader());

    static List<Fixture> all(String file) {
        try (var in = Fixture.class.getResourceAsStream("/money/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Fixture> parsed(String file) {
        return Stream.of(file.split("(?m)^=== ", -1))
                .filter(block -> !block.isBlank())
                .map(Fixture::fixture)
                .toList();
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
        head.append("To: alex@example.com\r\nMIME-Version: 1.0\r\n");
        var body = block.substring(bodyBegin + 2).stripTrailing();
        head.append(body.startsWith(PDF) ? withPdf(body) : alone(body.strip()));
        return new Fixture(block.substring(0, nameEnd), head.toString(), expected);
    }

    private static String alone(String body) {
        var type = body.startsWith("<") ? "text/html" : "text/plain";
        return part(type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The first line names the file, the others are printed in it. */
    private static String withPdf(String body) {
        int lineEnd = body.indexOf('\n');
        var page = PrintedPage.of(body.substring(lineEnd + 1));
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + alone("Please find your invoice attached.")
                + "\r\n--b\r\nContent-Disposition: attachment; filename=\""
                + body.substring(PDF.length(), lineEnd).strip() + "\"\r\n" + part("application/pdf", page)
                + "\r\n--b--";
    }

    private static String part(String type, byte[] bytes) {
        return "Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(bytes);
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
        var mail = new MailParser().parse(raw.getBytes(StandardCharsets.UTF_8));
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
                raw.length());
        var bytes = raw.getBytes(StandardCharsets.UTF_8);
        var examination = new Examination(mail, envelope, index -> new MailParser().attachment(bytes, index), _ -> {});
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
            compare("order", want[5], facts.orderId().or(facts::paymentId).orElse("none"), wrong);
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
