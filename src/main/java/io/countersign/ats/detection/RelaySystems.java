package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The systems of {@code ats/systems.txt}, by domain; a domain stands for everything under it. Immutable. */
final class RelaySystems {
    private static final int MAX_LABELS = 8;

    private final Map<String, RelaySystem> domains = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> tenantPaths = new ArrayList<>();
    private final Set<String> tenantHosts = new HashSet<>();
    private final Set<String> tenantLocals = new HashSet<>();

    RelaySystems(DataFile file) {
        for (var section : file.sections()) {
            var kind = section.lines().stream()
                    .filter(line -> line.keyword().equals("kind"))
                    .findFirst()
                    .map(RelaySystems::kind)
                    .orElseThrow(() -> section.at().refuse(section.name() + " lacks a kind"));
            var system = new RelaySystem(section.name(), kind);
            section.lines().forEach(line -> read(system, line));
        }
    }

    private static RelaySystem.Kind kind(DataFile.Line line) {
        try {
            return RelaySystem.Kind.valueOf(line.argument().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw line.refuse("'" + line.argument() + "' is not a kind of system");
        }
    }

    private void read(RelaySystem system, DataFile.Line line) {
        var values = List.of(line.argument().split("\\s+", -1));
        switch (line.keyword()) {
            case "kind" -> {}
            case "names" -> {
                for (var name : line.argument().split("\\|", -1)) {
                    names.add(CompanyName.key(name));
                }
            }
            case "domains" ->
                values.forEach(domain -> line.require(
                        domain.contains(".") && domains.put(domain, system) == null,
                        "'" + domain + "' is no domain, or known already"));
            case "tenant-path" -> tenantPaths.addAll(values);
            case "tenant-host" -> tenantHosts.addAll(values);
            case "tenant-local" -> tenantLocals.addAll(values);
            default -> throw line.refuse("'" + line.keyword() + "' is not a keyword");
        }
    }

    /** The system that a host belongs to; {@code host} is in lower case. */
    Optional<RelaySystem> at(String host) {
        return covering(host).map(domains::get);
    }

    private Optional<String> covering(String host) {
        String rest = host;
        for (int labels = 0; labels < MAX_LABELS && !rest.isEmpty(); labels++) {
            if (domains.containsKey(rest)) {
                return Optional.of(rest);
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return Optional.empty();
    }

    /** True for what a system calls itself, which is never an employer's name; {@code key} by {@link CompanyName#key}. */
    boolean isName(String key) {
        return names.contains(key);
    }

    /** The employer that a link to a system names: {@code acme} in {@code jobs.lever.co/acme/...}. */
    Optional<String> tenantOfLink(String host, String url) {
        for (var path : tenantPaths) {
            int at = url.indexOf("://" + path + "/");
            if (at >= 0) {
                return segment(url, at + 4 + path.length());
            }
        }
        return tenantOfHost(host);
    }

    private static Optional<String> segment(String url, int from) {
        int end = from;
        while (end < url.length() && end - from < 60 && isTenantPart(url.charAt(end))) {
            end++;
        }
        var tenant = url.substring(from, end);
        boolean technical =
                tenant.length() < 2 || tenant.equals("embed") || tenant.equals("users") || tenant.equals("j");
        return technical ? Optional.empty() : Optional.of(tenant);
    }

    private Optional<String> tenantOfHost(String host) {
        int dot = host.indexOf('.');
        if (dot < 2) {
            return Optional.empty();
        }
        var first = host.substring(0, dot);
        String rest = host.substring(dot + 1);
        for (int labels = 0; labels < 3 && !rest.isEmpty(); labels++) {
            if (tenantHosts.contains(rest)) {
                return tenantWord(first);
            }
            int next = rest.indexOf('.');
            rest = next < 0 ? "" : rest.substring(next + 1);
        }
        return Optional.empty();
    }

    /** The employer that the sender's address names: {@code acme} in {@code acme+autoreply@talent.icims.com}. */
    Optional<String> tenantOfAddress(String local, String domain) {
        if (tenantLocals.stream().noneMatch(known -> domain.equals(known) || domain.endsWith("." + known))) {
            return Optional.empty();
        }
        int plus = local.indexOf('+');
        var before = plus < 0 ? local : local.substring(0, plus);
        int dot = before.indexOf('.');
        return tenantWord(dot < 0 ? before : before.substring(0, dot));
    }

    private static Optional<String> tenantWord(String word) {
        var trimmed = word.startsWith("careers-") ? word.substring(8) : word;
        return trimmed.length() < 2 ? Optional.empty() : Optional.of(trimmed);
    }

    private static boolean isTenantPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
