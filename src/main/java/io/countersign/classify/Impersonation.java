package io.countersign.classify;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Recognises senders and hosts that pass themselves off as a known brand. */
final class Impersonation {
    private static final int NEAR_LENGTH = 6;
    private static final int MAX_LABEL = 63;
    /** Pairs: what is confused, and with which letter. */
    private static final String CONFUSED = "0o1l3e5s8b"
            + "\u0430a\u0435e\u043eo\u0440p\u0441c\u0445x\u0443y\u0456i\u0455s\u0501d\u0261g\u04cfl"
            + "\u03bfo\u03b1a\u0131i\u00edi\u00e1a\u00e9e\u00f3o\u00fau\u00e0a\u00e8e";

    private static final Set<String> BAIT = Set.of(
            "secure",
            "security",
            "login",
            "signin",
            "verify",
            "verification",
            "account",
            "accounts",
            "support",
            "update",
            "billing",
            "service",
            "alert",
            "alerts",
            "confirm",
            "customer",
            "help",
            "careers",
            "jobs",
            "hr",
            "com",
            "inc",
            "hiring",
            "team");

    private final DomainLists domains;
    private final List<String> brands;
    private final Map<String, String> skeletons;

    Impersonation(DomainLists domains) {
        this.domains = domains;
        brands = domains.brands().keySet().stream().sorted().toList();
        skeletons = brands.stream().collect(Collectors.toUnmodifiableMap(Impersonation::skeleton, brand -> brand));
    }

    void ofSender(MailView view, BiConsumer<Fact, String> sink) {
        var domain = view.domain();
        if (domain.isEmpty()) {
            return;
        }
        if (!host(domain, sink) && !domains.contains("freemail", domain)) {
            near(domain, sink);
        }
        name(view, sink);
    }

    /** True (and reported) when a host looks like a brand's but is not. */
    boolean host(String domain, BiConsumer<Fact, String> sink) {
        if (domains.ownedByAny(domain)) {
            return false;
        }
        var registered = domains.registered(domain);
        var label = label(registered);
        var imitated = skeletons.get(skeleton(readable(label)));
        if (imitated != null && !label.equals(imitated)) {
            sink.accept(Fact.LOOKALIKE, domain);
            return true;
        }
        boolean nested = domain.length() > registered.length();
        if (nested || label.indexOf('-') > 0) {
            for (var brand : brands) {
                if (foreign(brand, domain, registered, label)) {
                    sink.accept(Fact.BRAND_IN_FOREIGN_DOMAIN, domain);
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code paypal.com.example.net}, {@code paypal-login.com}: the brand's name in somebody else's domain. */
    private static boolean foreign(String brand, String domain, String registered, String label) {
        if (domain.startsWith(brand + ".com.") || domain.contains("." + brand + ".com.")) {
            return domain.length() > registered.length();
        }
        if (!label.contains("-") || !label.contains(brand)) {
            return false;
        }
        boolean named = false;
        boolean bait = false;
        for (var word : label.split("-", -1)) {
            named |= word.equals(brand);
            bait |= BAIT.contains(word);
        }
        return named && bait;
    }

    private void near(String domain, BiConsumer<Fact, String> sink) {
        var label = label(domains.registered(domain));
        for (var brand : brands) {
            if (brand.length() >= NEAR_LENGTH && !isPlural(label, brand) && oneEdit(label, brand)) {
                sink.accept(Fact.NEAR_BRAND, domain);
                return;
            }
        }
    }

    private static boolean isPlural(String label, String brand) {
        return label.equals(brand + "s");
    }

    private void name(MailView view, BiConsumer<Fact, String> sink) {
        var name = view.mail().from().name();
        var domain = view.domain();
        if (name.isEmpty() || name.length() > 100) {
            return;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        int at = lower.indexOf('@');
        if (at > 0 && at + 1 < lower.length()) {
            var shown = Hosts.leadingHost(lower, at + 1);
            if (shown.indexOf('.') > 0
                    && !domains.registered(shown).equals(domains.registered(domain))
                    && !view.discussionList()) {
                sink.accept(Fact.ADDRESS_IN_NAME, name);
            }
        }
        if (!sendsForOthers(domain)) {
            brandName(lower, name, domain, sink);
        }
    }

    private boolean sendsForOthers(String domain) {
        return domains.contains("ats", domain)
                || domains.contains("esp", domain)
                || domains.contains("platforms", domain);
    }

    private void brandName(String lower, String name, String domain, BiConsumer<Fact, String> sink) {
        var words = new ArrayList<>(PhraseSyntax.words(skeletonName(lower)));
        if (words.isEmpty() || words.size() > 4) {
            return;
        }
        var brand = words.removeFirst();
        boolean known = domains.list("impersonated").contains(brand + ".com")
                && domains.brands().containsKey(brand);
        // Chase is also a first name
        boolean plainName = words.isEmpty() && brand.length() < NEAR_LENGTH;
        if (known
                && !plainName
                && !domain.contains(brand)
                && !domains.ownedBy(brand, domain)
                && BAIT.containsAll(words)) {
            sink.accept(Fact.BRAND_IN_NAME, name);
        }
    }

    private static String skeletonName(String lower) {
        boolean ascii = lower.chars().allMatch(c -> c < 128);
        return ascii ? lower : skeleton(lower);
    }

    private static String label(String registered) {
        int dot = registered.indexOf('.');
        var label = dot < 0 ? registered : registered.substring(0, dot);
        return label.length() > MAX_LABEL ? label.substring(0, MAX_LABEL) : label;
    }

    private static String readable(String label) {
        if (!label.startsWith("xn--")) {
            return label;
        }
        try {
            return IDN.toUnicode(label);
        } catch (RuntimeException e) {
            return label;
        }
    }

    /** Equal for texts that look alike: digits and foreign letters become the letters that they resemble. */
    static String skeleton(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = pairIndex(c);
            plain.append(at < 0 ? c : CONFUSED.charAt(at + 1));
        }
        return plain.toString().replace("rn", "m").replace("vv", "w");
    }

    private static int pairIndex(char c) {
        for (int i = 0; i < CONFUSED.length(); i += 2) {
            if (CONFUSED.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** True when one letter was put in, left out, replaced or exchanged with its neighbour. */
    static boolean oneEdit(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1 || a.equals(b)) {
            return false;
        }
        int same = 0;
        int limit = Math.min(a.length(), b.length());
        while (same < limit && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        if (a.length() != b.length()) {
            var longer = a.length() > b.length() ? a : b;
            var shorter = a.length() > b.length() ? b : a;
            return longer.substring(same + 1).equals(shorter.substring(same));
        }
        if (a.substring(same + 1).equals(b.substring(same + 1))) {
            return true;
        }
        return same + 1 < a.length()
                && a.charAt(same) == b.charAt(same + 1)
                && a.charAt(same + 1) == b.charAt(same)
                && a.substring(same + 2).equals(b.substring(same + 2));
    }
}
