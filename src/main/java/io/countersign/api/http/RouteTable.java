package io.countersign.api.http;

import io.countersign.api.Refusal;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/** Finds the route of a request. Immutable once made. */
final class RouteTable {
    // Every path of ours is made of these. What could be read in two ways, such as %2e, // or ;, is never looked up.
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    private final PathMappings<Map<Verb, Route>> paths = new PathMappings<>();

    RouteTable(List<Route> routes) {
        for (var route : routes) {
            var spec = new UriTemplatePathSpec(route.path());
            var verbs = Optional.ofNullable(paths.get(spec)).orElseGet(() -> {
                var none = new EnumMap<Verb, Route>(Verb.class);
                paths.put(spec, none);
                return none;
            });
            if (verbs.put(route.verb(), route) != null) {
                throw new IllegalArgumentException("Two routes for " + route.verb() + " " + route.path());
            }
        }
    }

    /** A route, and what stood in place of the names in its path. */
    record Match(Route route, Map<String, String> path) {}

    /**
     * The route of this request; HEAD is answered as GET is.
     *
     * @throws Refusal 400 for a path with tricks in it, 404 for one that does not exist, 405 for another verb
     */
    Match find(String method, String path) {
        if (!PLAIN.matcher(path).matches()) {
            throw new Refusal(400, "The path has characters or parts that no path of this API has.");
        }
        var found = paths.getMatched(path);
        if (found == null) {
            throw new Refusal(404, "There is no such path. All are in /api/openapi.json.");
        }
        var verbs = found.getResource();
        var verb = verb(method);
        var route = verb.map(verbs::get);
        if (route.isEmpty()) {
            throw new Refusal(405, "This path is not asked with that verb.").header("Allow", allowed(verbs));
        }
        return new Match(route.get(), parameters(found.getPathSpec(), path));
    }

    private static Map<String, String> parameters(Object spec, String path) {
        return spec instanceof UriTemplatePathSpec template
                ? Optional.ofNullable(template.getPathParams(path)).orElse(Map.of())
                : Map.of();
    }

    private static Optional<Verb> verb(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Optional.of(Verb.GET);
            case "POST" -> Optional.of(Verb.POST);
            case "PUT" -> Optional.of(Verb.PUT);
            case "DELETE" -> Optional.of(Verb.DELETE);
            default -> Optional.empty();
        };
    }

    private static String allowed(Map<Verb, Route> verbs) {
        var names = new TreeSet<String>();
        verbs.keySet().forEach(verb -> names.add(verb.name()));
        if (verbs.containsKey(Verb.GET)) {
            names.add("HEAD");
        }
        return String.join(", ", names);
    }
}
