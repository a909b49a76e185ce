package io.countersign.ats.detection;

import io.countersign.ats.detection.RelaySystem.Kind;
import io.countersign.classify.Hosts;
import io.countersign.classify.HtmlScan;
import io.countersign.classify.HtmlScan.Link;
import io.countersign.mail.ParsedMail;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Traces a mail to the system and the employer behind it: sender, Return-Path, DKIM {@code d=}, Authentication-Results,
 * List fields and links, never the word "noreply". Immutable, thread-safe, bounded work.
 */
final class AtsDetector {
    private static final int MOST_HEADERS = 300;
    private static final int LONGEST_HEADER = 2_000;
    private static final int MOST_LINKS = 60;
    private static final int MOST_TENANTS = 6;

    private static final List<String> HIRING_ENDS =
            List.of("careers", "career", "jobs", "recruiting", "recruitment", "karriere", "talent", "hiring");

    /** Domains that begin like this belong to who hires for others: {@code acme.recruitmail.com}. */
    private static final List<String> PURPOSES =
            List.of("recruit", "talent", "career", "karriere", "jobs", "bewerb", "hiring");

    private final RelaySystems systems;
    private final NameWords words;
    private final Set<String> providers;

    /** @param providers domains of mail providers, whose customers write for themselves */
    AtsDetector(RelaySystems systems, NameWords words, Set<String> providers) {
        this.systems = systems;
        this.words = words;
        this.providers = providers;
    }

    /** The system that sent the mail, by sender and headers only: cheap enough for every mail. */
    Optional<RelaySystem> sender(ParsedMail mail) {
        return systems.at(mail.from().domain()).or(() -> headerTrace(mail).system());
    }

    /** The sender's address when it is one at a mail provider, else empty. */
    String privateMailbox(ParsedMail mail) {
        return providers.contains(mail.from().domain()) ? mail.from().email() : "";
    }

    /** True when the sender's name or address is that of somebody who hires. */
    boolean isEmployer(ParsedMail mail) {
        return employer(mail.from().name(), local(mail), mail.from().domain());
    }

    private record Found(Optional<RelaySystem> system, String seen) {}

    private Found headerTrace(ParsedMail mail) {
        int read = 0;
        for (var header : mail.headers()) {
            if (read++ == MOST_HEADERS) {
                break;
            }
            var name = header.name().toLowerCase(Locale.ROOT);
            var content = header.content();
            var bounded = content.length() <= LONGEST_HEADER ? content : content.substring(0, LONGEST_HEADER);
            var system =
                    switch (name) {
                        case "return-path", "sender", "x-original-from" -> systems.at(Hosts.afterAt(bounded));
                        case "reply-to" -> systems.at(Hosts.afterAt(bounded)).filter(one -> one.kind() == Kind.ATS);
                        case "dkim-signature" -> at(bounded, "d=");
                        case "authentication-results", "arc-authentication-results" ->
                            at(bounded, "header.d=").or(() -> at(bounded, "smtp.mailfrom="));
                        case "list-unsubscribe", "list-id", "list-help" -> inList(bounded);
                        default -> Optional.<RelaySystem>empty();
                    };
            if (system.isPresent()) {
                return new Found(system, header.name() + ": " + bounded.substring(0, Math.min(80, bounded.length())));
            }
        }
        return new Found(Optional.empty(), "");
    }

    private Optional<RelaySystem> at(String header, String tag) {
        for (int at = header.indexOf(tag); at >= 0; at = header.indexOf(tag, at + 1)) {
            boolean whole = at == 0 || !Character.isLetterOrDigit(header.charAt(at - 1));
            int from = at + tag.length();
            int sign = header.indexOf('@', from);
            int end = Hosts.leadingHost(header, from).length() + from;
            var host = sign >= 0
                            && sign <= end + 64
                            && header.substring(from, sign).indexOf(' ') < 0
                    ? Hosts.leadingHost(header, sign + 1)
                    : Hosts.leadingHost(header, from);
            var system = whole ? systems.at(host) : Optional.<RelaySystem>empty();
            if (system.isPresent()) {
                return system;
            }
        }
        return Optional.empty();
    }

    private Optional<RelaySystem> inList(String header) {
        for (int at = header.indexOf('<'); at >= 0; at = header.indexOf('<', at + 1)) {
            var target = header.substring(at + 1);
            var host = target.startsWith("mailto:") ? Hosts.afterAt(cut(target)) : Hosts.ofUrl(target);
            var system = systems.at(host.isEmpty() ? Hosts.leadingHost(target, 0) : host);
            if (system.isPresent()) {
                return system;
            }
        }
        return Optional.empty();
    }

    private static String cut(String mailto) {
        int end = 0;
        while (end < mailto.length() && mailto.charAt(end) != '?' && mailto.charAt(end) != '>') {
            end++;
        }
        return mailto.substring(0, end);
    }

    /** All traces, links included. */
    SenderTrace trace(ParsedMail mail) {
        var links = links(mail);
        var domain = mail.from().domain();
        var bySender = systems.at(domain);
        var byHeader = bySender.isPresent() ? new Found(bySender, domain) : headerTrace(mail);
        var found = byHeader.system().isPresent() ? byHeader : linked(links);
        var local = local(mail);
        return new SenderTrace(
                found.system(),
                byHeader.system().isPresent(),
                found.seen(),
                bounded(mail.from().name()),
                words.isShared(local),
                tenants(links, local, domain),
                ownDomain(domain),
                employer(mail.from().name(), local, domain));
    }

    private static List<Link> links(ParsedMail mail) {
        if (mail.html().isPresent()) {
            return new HtmlScan(mail.html().get())
                    .links().stream().limit(MOST_LINKS).toList();
        }
        var links = new ArrayList<Link>();
        var text = mail.text();
        for (int at = text.indexOf("://"); at >= 0 && links.size() < MOST_LINKS; at = text.indexOf("://", at + 3)) {
            int end = at + 3;
            while (end < text.length() && end - at < 300 && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            var url = "https" + text.substring(at, end);
            links.add(new Link(url, "", Hosts.ofUrl(url)));
        }
        return links;
    }

    private Found linked(List<Link> links) {
        for (var kind : List.of(Kind.ATS, Kind.ASSESSMENT, Kind.SCHEDULING)) {
            for (var link : links) {
                var system = systems.at(link.host()).filter(one -> one.kind() == kind);
                if (system.isPresent()) {
                    return new Found(system, link.host());
                }
            }
        }
        return new Found(Optional.empty(), "");
    }

    private List<String> tenants(List<Link> links, String local, String domain) {
        var tenants = new LinkedHashSet<String>();
        systems.tenantOfAddress(local, domain).ifPresent(tenants::add);
        systems.tenantOfLink(domain, "").ifPresent(tenants::add);
        for (var link : links) {
            if (tenants.size() < MOST_TENANTS) {
                systems.tenantOfLink(link.host(), link.target()).ifPresent(tenants::add);
            }
        }
        return List.copyOf(tenants);
    }

    private Optional<String> ownDomain(String domain) {
        if (domain.isEmpty() || systems.at(domain).isPresent() || providers.contains(domain)) {
            return Optional.empty();
        }
        var labels = domain.split("\\.", 9);
        if (labels.length < 2) {
            return Optional.empty();
        }
        int last = labels.length - 2;
        boolean second = last > 0 && labels[last].length() <= 3 && labels[labels.length - 1].length() == 2;
        int owner = second ? last - 1 : last;
        boolean purpose = owner > 0 && PURPOSES.stream().anyMatch(labels[owner]::startsWith);
        var label = labels[purpose && !words.isGenericHost(labels[owner - 1]) ? owner - 1 : owner];
        return label.length() < 2 ? Optional.empty() : Optional.of(withoutPurpose(label));
    }

    /** {@code acme-careers} and {@code acmejobs} are Acme's own domains for hiring. */
    private static String withoutPurpose(String label) {
        for (var purpose : List.of(
                "-careers",
                "-jobs",
                "-recruiting",
                "-hr",
                "-talent",
                "-mail",
                "careers",
                "recruiting",
                "jobs",
                "mail")) {
            if (label.endsWith(purpose) && label.length() > purpose.length() + 2) {
                return label.substring(0, label.length() - purpose.length());
            }
        }
        return label;
    }

    /** {@code acmecareers.com} and {@code careers.acme.com} hire too, boards and providers aside. */
    private boolean employer(String name, String local, String domain) {
        boolean purpose = systems.at(domain).isEmpty()
                && TextWords.ofLetters(domain).stream()
                        .anyMatch(label -> HIRING_ENDS.stream().anyMatch(label::endsWith));
        return purpose
                || TextWords.ofLetters(bounded(name)).stream().anyMatch(words::isEmployer)
                || TextWords.ofLetters(local).stream().anyMatch(words::isEmployer);
    }

    private static String local(ParsedMail mail) {
        var email = mail.from().email();
        int at = email.lastIndexOf('@');
        var local = (at < 0 ? email : email.substring(0, at)).toLowerCase(Locale.ROOT);
        return local.length() <= 64 ? local : local.substring(0, 64);
    }

    private static String bounded(String name) {
        return name.length() <= 200 ? name : name.substring(0, 200);
    }
}
