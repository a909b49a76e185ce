package io.countersign.demo;

import static io.countersign.demo.MimePart.CRLF;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a block of the script into an RFC 5322 message as a receiving server would store it. */
final class MailComposer {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);

    private final Script script;
    private final RelativeTime times;

    MailComposer(Script script, RelativeTime times) {
        this.script = script;
        this.times = times;
    }

    byte[] compose(Block mail, ZonedDateTime sent) {
        var charset = Charset.forName(mail.field("Charset").orElse("UTF-8"));
        var headers = new Headers(charset);
        boolean incoming = !mail.require("Address").equals(DemoMailbox.OWNER);
        if (incoming) {
            addTrace(headers, mail, sent);
        }
        addEnvelope(headers, mail, sent);
        addList(headers, mail);
        mail.field("Mailer").ifPresent(mailer -> headers.add("X-Mailer", mailer));
        if (mail.field("Labels").isPresent()) {
            headers.add("X-Gmail-Labels", mail.require("Labels"));
        }
        headers.add("MIME-Version", "1.0");
        return (headers + content(mail, sent, charset).whole()).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void addTrace(Headers headers, Block mail, ZonedDateTime sent) {
        var domain = domain(mail);
        var bounce = mail.field("Bounce").orElse(mail.is("Bulk") ? "bounce." + domain : domain);
        var local = mail.is("Bulk") ? "bounces+" + Fingerprint.hex(mail.key()).substring(0, 10) : local(mail);
        headers.add("Return-Path", "<" + local + "@" + bounce + ">");
        headers.add("Delivered-To", DemoMailbox.OWNER);
        var host = 1 + Math.floorMod(domain.hashCode(), 250);
        headers.add(
                "Received",
                "from mta-" + host + "." + domain + " (mta-" + host + "." + domain + " [192.0.2." + host
                        + "]) by mx.example.com (Postfix) with ESMTPS id "
                        + Fingerprint.hex(mail.key()).substring(0, 11).toUpperCase(Locale.ROOT) + " for <"
                        + DemoMailbox.OWNER + ">; " + DATE.format(sent.withZoneSameInstant(ZoneOffset.UTC)));
        authentication(mail, domain, bounce).ifPresent(result -> headers.add("Authentication-Results", result));
        if (mail.field("Auth").orElse("pass").equals("pass")) {
            headers.add(
                    "DKIM-Signature",
                    "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain
                            + "; s=s1; h=from:to:subject:date:message-id:list-unsubscribe:list-unsubscribe-post; bh="
                            + Fingerprint.base64("body " + mail.key()) + "; b="
                            + Fingerprint.signature(mail.key()).replaceAll("(.{72})", "$1 "));
        }
    }

    private static Optional<String> authentication(Block mail, String domain, String bounce) {
        return switch (mail.field("Auth").orElse("pass")) {
            case "none" -> Optional.empty();
            case "fail" ->
                Optional.of("mx.example.com; spf=fail smtp.mailfrom=" + bounce
                        + "; dkim=none; dmarc=fail (p=NONE) header.from=" + domain);
            default ->
                Optional.of("mx.example.com; spf=pass smtp.mailfrom=" + bounce + "; dkim=pass header.d=" + domain
                        + " header.s=s1; dmarc=pass (p=REJECT) header.from=" + domain);
        };
    }

    private void addEnvelope(Headers headers, Block mail, ZonedDateTime sent) {
        var zoned =
                mail.is("Bulk") || mail.field("Layout").isPresent() ? sent.withZoneSameInstant(ZoneOffset.UTC) : sent;
        headers.add("Date", DATE.format(zoned));
        headers.addMailbox("From", mail.field("Name").orElse(""), mail.require("Address"));
        headers.addMailbox(
                "To",
                mail.field("ToName").orElse("Alex Morgan"),
                mail.field("To").orElse(DemoMailbox.OWNER));
        mail.field("Reply-To").ifPresent(address -> headers.add("Reply-To", address));
        headers.addText("Subject", times.fill(mail.require("Subject"), mail, sent));
        headers.add("Message-ID", messageId(mail));
        var conversation = script.conversation(mail).stream()
                .map(key -> messageId(script.block(key)))
                .toList();
        if (!conversation.isEmpty()) {
            headers.add("In-Reply-To", conversation.getLast());
        }
        headers.addIds("References", conversation);
    }

    private static void addList(Headers headers, Block mail) {
        mail.field("List").ifPresent(list -> headers.add("List-Id", "<" + list + ">"));
        if (mail.is("Bulk")) {
            headers.add(
                    "List-Unsubscribe",
                    "<" + unsubscribe(mail) + ">, <mailto:unsubscribe@" + domain(mail) + "?subject="
                            + Fingerprint.hex(mail.key()) + ">");
            headers.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            headers.add(
                    "Feedback-ID",
                    Fingerprint.hex(mail.key()).substring(0, 8) + ":" + mail.require("Sender") + ":bulk:esp");
            headers.add("Precedence", "bulk");
        }
    }

    private MimePart content(Block mail, ZonedDateTime sent, Charset charset) {
        var parts = new ArrayList<MimePart>();
        parts.add(readable(mail, sent, charset));
        mail.list("Attach").forEach(file -> parts.add(attachment(mail, file, sent)));
        return parts.size() == 1
                ? parts.getFirst()
                : MimePart.multipart("mixed", "mixed_" + Fingerprint.hex("m" + mail.key()), parts);
    }

    private MimePart readable(Block mail, ZonedDateTime sent, Charset charset) {
        var body = times.fill(mail.body(), mail, sent);
        var encoding = mail.field("Encoding").orElse("");
        var alternatives = new ArrayList<MimePart>();
        if (mail.field("Layout").isEmpty()) {
            alternatives.add(MimePart.text("plain", body, charset, encoding));
        } else {
            var markup = new Markup(body);
            alternatives.add(MimePart.text("plain", withFooter(mail, markup.text()), charset, encoding));
            alternatives.add(MimePart.text("html", html(mail, markup, sent), charset, encoding));
        }
        if (mail.is("Invite")) {
            var invite = MimePart.text("calendar", invite(mail, sent).text(sent), StandardCharsets.UTF_8, encoding);
            alternatives.add(
                    new MimePart(invite.head().replace("charset=", "method=REQUEST; charset="), invite.body()));
        }
        return alternatives.size() == 1
                ? alternatives.getFirst()
                : MimePart.multipart("alternative", "alt_" + Fingerprint.hex("a" + mail.key()), alternatives);
    }

    private String html(Block mail, Markup markup, ZonedDateTime sent) {
        return HtmlLayout.fill(
                mail,
                markup.html(mail.field("Accent").orElse("#24292f")),
                Map.of(
                        "preheader", times.fill(mail.field("Preheader").orElse(""), mail, sent),
                        "subject", times.fill(mail.require("Subject"), mail, sent),
                        "unsubscribe", mail.is("Bulk") ? unsubscribe(mail) : ""));
    }

    private static String withFooter(Block mail, String text) {
        var whole = new StringBuilder(text);
        mail.field("Footer").ifPresent(footer -> whole.append("\n\n-- \n").append(footer));
        if (mail.is("Bulk")) {
            whole.append('\n')
                    .append(HtmlLayout.word(mail, "leave"))
                    .append(": ")
                    .append(unsubscribe(mail));
        }
        return whole.toString();
    }

    private InterviewInvite invite(Block mail, ZonedDateTime sent) {
        return new InterviewInvite(
                Fingerprint.hex("event " + mail.key()) + "@" + domain(mail),
                mail.field("Event").orElseGet(() -> mail.require("Subject")),
                mail.field("Place").orElse("Video call"),
                mail.field("Organiser").orElseGet(() -> mail.require("Address")),
                times.at(mail.require("When"), sent),
                Duration.ofMinutes(Long.parseLong(mail.field("Minutes").orElse("45"))));
    }

    /** {@code name} for a PDF of the lines in PDF, {@code event.ics} for the invitation; anything else is a line of text. */
    private MimePart attachment(Block mail, String name, ZonedDateTime sent) {
        if (name.endsWith(".ics")) {
            var ics = invite(mail, sent).text(sent).replace("\n", CRLF) + CRLF;
            return MimePart.attachment("application/ics", name, ics.getBytes(StandardCharsets.UTF_8));
        }
        if (name.endsWith(".pdf")) {
            var lines = times.fill(mail.require("Pdf"), mail, sent).split("\\s*\\|\\s*", -1);
            return MimePart.attachment("application/pdf", name, TinyPdf.of(Arrays.asList(lines)));
        }
        var harmless = "This file belongs to a demonstration mailbox and does nothing.\r\n";
        return MimePart.attachment("application/octet-stream", name, harmless.getBytes(StandardCharsets.US_ASCII));
    }

    private static String messageId(Block mail) {
        return "<" + Fingerprint.hex(mail.key()) + "@" + domain(mail) + ">";
    }

    private static String unsubscribe(Block mail) {
        return "https://" + mail.field("Site").orElseGet(() -> "www." + domain(mail)) + "/unsubscribe/"
                + Fingerprint.hex("u" + mail.key());
    }

    private static String local(Block mail) {
        var address = mail.require("Address");
        return address.substring(0, address.indexOf('@'));
    }

    private static String domain(Block mail) {
        var address = mail.require("Address");
        return address.substring(address.indexOf('@') + 1);
    }
}
