package io.countersign.demo;

import io.countersign.mail.MailHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Turns a block of the script into an RFC 5322 message as a receiving server would store it. */
final class MailComposer {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);

    private final Script script;
    private final RelativeTime times;
    private final MailContent content;

    MailComposer(Script script, RelativeTime times) {
        this.script = script;
        this.times = times;
        this.content = new MailContent(times, new HtmlLayout());
    }

    byte[] compose(Block mail, ZonedDateTime sent) {
        var charset = Charset.forName(mail.field("Charset").orElse("UTF-8"));
        var headers = new MailHeaders(charset);
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
        return (headers + content.of(mail, sent, charset).whole()).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void addTrace(MailHeaders headers, Block mail, ZonedDateTime sent) {
        var domain = mail.domain();
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

    private void addEnvelope(MailHeaders headers, Block mail, ZonedDateTime sent) {
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

    private static void addList(MailHeaders headers, Block mail) {
        mail.field("List").ifPresent(list -> headers.add("List-Id", "<" + list + ">"));
        if (mail.is("Bulk")) {
            headers.add(
                    "List-Unsubscribe",
                    "<" + MailContent.unsubscribe(mail) + ">, <mailto:unsubscribe@" + mail.domain() + "?subject="
                            + Fingerprint.hex(mail.key()) + ">");
            headers.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            headers.add(
                    "Feedback-ID",
                    Fingerprint.hex(mail.key()).substring(0, 8) + ":" + mail.require("Sender") + ":bulk:esp");
            headers.add("Precedence", "bulk");
        }
    }

    private static String messageId(Block mail) {
        return "<" + Fingerprint.hex(mail.key()) + "@" + mail.domain() + ">";
    }

    private static String local(Block mail) {
        var address = mail.require("Address");
        return address.substring(0, address.indexOf('@'));
    }
}
