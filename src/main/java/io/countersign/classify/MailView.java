package io.countersign.classify;

import io.countersign.mail.ParsedMail;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A mail with what several detectors need of it, worked out once.
 *
 * @param relays registered domains that sent, signed or track the mail, the sender's own among them
 * @param local the part of the sender's address before the {@code @}, in lower case
 */
record MailView(ParsedMail mail, Optional<HtmlScan> html, Set<String> relays, String local) {
    private static final int MAX_HEADERS = 500;
    private static final int MAX_RELAYS = 24;
    private static final int MAX_RECEIVED = 4;

    static MailView of(ParsedMail mail, DomainLists domains) {
        var email = mail.from().email();
        int at = email.lastIndexOf('@');
        var local = (at < 0 ? email : email.substring(0, at)).toLowerCase(Locale.ROOT);
        return new MailView(mail, mail.html().map(HtmlScan::new), relays(mail, domains), local);
    }

    String domain() {
        return mail.from().domain();
    }

    boolean replied() {
        return mail.header("In-Reply-To").isPresent()
                || mail.header("References").isPresent();
    }

    /** A list where people write to each other, not one that one sender writes to. */
    boolean discussionList() {
        return mail.header("List-Post").isPresent()
                && mail.header("Feedback-ID").isEmpty();
    }

    private static Set<String> relays(ParsedMail mail, DomainLists domains) {
        var relays = new LinkedHashSet<String>();
        add(relays, mail.from().domain(), domains);
        add(relays, Hosts.afterAt(mail.messageId()), domains);
        int received = 0;
        int read = 0;
        for (var header : mail.headers()) {
            if (read++ == MAX_HEADERS || relays.size() >= MAX_RELAYS) {
                break;
            }
            var content = header.content();
            switch (header.name().toLowerCase(Locale.ROOT)) {
                case "return-path", "sender" -> add(relays, Hosts.afterAt(content), domains);
                case "dkim-signature" -> add(relays, tag(content, "d="), domains);
                case "list-unsubscribe" -> unsubscribeHosts(relays, content, domains);
                case "received" -> {
                    if (received++ < MAX_RECEIVED && content.startsWith("from ")) {
                        add(relays, Hosts.leadingHost(content, 5), domains);
                    }
                }
                default -> {}
            }
        }
        return relays;
    }

    private static void unsubscribeHosts(Set<String> relays, String content, DomainLists domains) {
        int from = 0;
        for (int i = 0; i < 3; i++) {
            int open = content.indexOf('<', from);
            if (open < 0) {
                return;
            }
            from = open + 1;
            var target = content.substring(from, Math.min(content.length(), from + 300));
            add(relays, target.startsWith("mailto:") ? Hosts.afterAt(cut(target)) : Hosts.ofUrl(target), domains);
        }
    }

    private static String cut(String mailto) {
        int end = 0;
        while (end < mailto.length() && mailto.charAt(end) != '?' && mailto.charAt(end) != '>') {
            end++;
        }
        return mailto.substring(0, end);
    }

    private static String tag(String signature, String name) {
        int at = 0;
        while ((at = signature.indexOf(name, at)) >= 0) {
            if (at == 0
                    || signature.charAt(at - 1) == ' '
                    || signature.charAt(at - 1) == ';'
                    || signature.charAt(at - 1) == '\t') {
                return Hosts.leadingHost(signature, at + name.length());
            }
            at += name.length();
        }
        return "";
    }

    private static void add(Set<String> relays, String host, DomainLists domains) {
        if (host.indexOf('.') > 0) {
            relays.add(domains.registered(host));
        }
    }
}
