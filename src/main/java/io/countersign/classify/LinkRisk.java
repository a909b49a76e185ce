package io.countersign.classify;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds links that lie. Only a text that is itself a URL or host name makes a claim, and it is no lie when the target is
 * a redirect of the sender, of its mailing service, or of whatever carries most links of the mail.
 */
final class LinkRisk {
    private final DomainLists domains;
    private final Impersonation impersonation;

    LinkRisk(DomainLists domains, Impersonation impersonation) {
        this.domains = domains;
        this.impersonation = impersonation;
    }

    void find(MailView view, HtmlScan scan, BiConsumer<Fact, String> sink) {
        var shares = shares(scan);
        for (var link : scan.links()) {
            var target = link.host();
            if (target.isEmpty()) {
                continue;
            }
            boolean address = Hosts.isPublicAddress(target);
            if (address) {
                sink.accept(Fact.IP_LINK, target);
            }
            var claimed = Hosts.claimedBy(link.text());
            if (!claimed.isEmpty()
                    && lies(view, link, claimed, target, shares, scan.links().size())) {
                boolean brand = domains.contains("impersonated", claimed);
                sink.accept(brand ? Fact.LINK_LIES_ABOUT_BRAND : Fact.LINK_LIES, claimed + " leads to " + target);
            }
        }
        shares.keySet().stream().limit(50).forEach(host -> lookalike(host, sink));
    }

    private void lookalike(String host, BiConsumer<Fact, String> sink) {
        impersonation.host(host, (fact, seen) -> sink.accept(Fact.LINK_TO_LOOKALIKE, seen));
    }

    private boolean lies(
            MailView view, HtmlScan.Link link, String claimed, String target, Map<String, Integer> shares, int links) {
        var shown = domains.registered(claimed);
        var real = domains.registered(target);
        if (shown.equals(real) || view.relays().contains(real) || label(shown).equals(label(real))) {
            return false;
        }
        if (domains.contains("esp", target)
                || domains.contains("trackers", target)
                || domains.contains("platforms", target)) {
            return false;
        }
        // the target names the shown host: a redirect that says where it goes
        if (link.target().contains(shown) && !domains.contains("impersonated", shown)) {
            return false;
        }
        boolean redirector = shares.getOrDefault(target, 0) * 2 >= links && links >= 4;
        return !redirector;
    }

    private static String label(String registered) {
        int dot = registered.indexOf('.');
        return dot < 0 ? registered : registered.substring(0, dot);
    }

    private static Map<String, Integer> shares(HtmlScan scan) {
        var shares = new HashMap<String, Integer>();
        for (var link : scan.links()) {
            if (!link.host().isEmpty()) {
                shares.merge(link.host(), 1, Integer::sum);
            }
        }
        return shares;
    }
}
