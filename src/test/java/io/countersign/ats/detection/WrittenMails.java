package io.countersign.ats.detection;

import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.mail.Envelope;
import io.countersign.mail.Examination;
import io.countersign.mail.MailParser;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Mails that were written for tests, of invented companies, in the compact form that their files describe. */
public final class WrittenMails {
    /** When they were sent: a Wednesday. */
    public static final Instant SENT = Instant.parse("2025-09-03T12:00:00Z");

    private static final Pattern HEAD = Pattern.compile("(?<= )\\|(?= )");

    private static final int BATCHES = 16;

    private WrittenMails() {}

    /** Loaded when a mail is understood: what learns the model from the mails can't need the model. */
    private static final class Enrichers {
        private static final ClassifyEnricher CLASSIFY = new ClassifyEnricher(SenderHistory.none());
        private static final AtsEnricher ATS = new AtsEnricher();
    }

    /** A mail and what it says; {@code "-"} is not checked. */
    public record Written(
            String place, String stage, String from, String subject, String company, String role, String body) {
        @Override
        public String toString() {
            return place + " " + stage + ": " + subject;
        }
    }

    /** The files that the stage model is learned from: all but the newest batch. */
    static List<String> training() {
        return IntStream.range(1, BATCHES).mapToObj("mails_%d.txt"::formatted).toList();
    }

    /** All files, the newest batch last. */
    static List<String> files() {
        return IntStream.rangeClosed(1, BATCHES)
                .mapToObj("mails_%d.txt"::formatted)
                .toList();
    }

    /** All mails of a file in {@code /ats}. */
    public static List<Written> in(String file) {
        var mails = new ArrayList<Written>();
        var lines = text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("== ")) {
                continue;
            }
            var body = new StringBuilder();
            for (int k = i + 1; k < lines.size() && !lines.get(k).startsWith("== "); k++) {
                body.append(lines.get(k)).append('\n');
            }
            var head = HEAD.split(lines.get(i).substring(3), -1);
            // a subject may hold the separator itself
            var subject =
                    String.join("|", List.of(head).subList(2, head.length - 2)).strip();
            mails.add(new Written(
                    file + ":" + (i + 1),
                    head[0].strip(),
                    head[1].strip(),
                    subject,
                    head[head.length - 2].strip(),
                    head[head.length - 1].strip(),
                    body.toString()));
        }
        return mails;
    }

    private static String text(String file) {
        try (var in = WrittenMails.class.getResourceAsStream("/ats/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no test mails " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all enrichers make of a mail that is sent by {@code from}. */
    public static Understanding understood(String from, String subject, String body) {
        var type = body.startsWith("<") ? "text/html" : "text/plain";
        return understood(parsed(from, subject, type, body, ""));
    }

    public static Understanding understood(ParsedMail mail) {
        var envelope = new Envelope(
                mail.messageId(), "", mail.from(), mail.to(), mail.listId(), mail.subject(), SENT, "", false, false, 0);
        var examined = Examination.of(mail, envelope);
        return Enrichers.ATS.enrich(examined, Enrichers.CLASSIFY.enrich(examined, Understanding.unknown()));
    }

    /** A mail of one part; {@code headers} end in a line break each. */
    public static ParsedMail parsed(String from, String subject, String type, String body, String headers) {
        var raw = "From: " + encoded(from) + "\r\nTo: alex@example.com\r\nSubject: "
                + "=?utf-8?B?" + base64(subject) + "?=\r\nDate: Wed, 03 Sep 2025 12:00:00 +0000\r\n" + headers
                + "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)) + "\r\n";
        return new MailParser().parse(raw.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String from) {
        int open = from.indexOf('<');
        var name = open > 0 ? from.substring(0, open).strip().replace("\"", "") : "";
        return name.isEmpty() ? from : "=?utf-8?B?" + base64(name) + "?= " + from.substring(open);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was found, in the words of the files. */
    static String stage(Understanding found) {
        return found.ats()
                .map(facts -> facts.stage().map(stage -> stage.id()).orElse("none"))
                .orElse("nojob");
    }

    static Optional<String> company(Understanding found) {
        return found.ats().flatMap(facts -> facts.company());
    }
}
