package io.countersign.api.http;

import io.countersign.api.ApiToken;
import io.countersign.api.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Lets nobody in but this computer's own programs that can read the token. */
final class Doorkeeper {
    private static final Set<String> SAME_SITE = Set.of("none", "same-origin");

    private final Set<String> hosts;
    private final ApiToken token;
    private final Set<String> open;

    /** @param open the paths that need no token */
    Doorkeeper(int port, ApiToken token, Set<String> open) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.token = token;
        this.open = Set.copyOf(open);
    }

    /** Returns when the request may come in; throws {@link Refusal} when it may not. */
    void check(Request request) {
        checkHost(request);
        checkOrigin(request);
        if (!open.contains(request.getHttpURI().getPath())) {
            checkToken(request);
        }
    }

    /** A page of the web that has its own name lead to this computer is recognized by that name (DNS rebinding). */
    private void checkHost(Request request) {
        var named = request.getHeaders().getValuesList(HttpHeader.HOST);
        var host = named.size() == 1 ? named.getFirst().toLowerCase(Locale.ROOT) : "";
        var authority = String.valueOf(request.getHttpURI().getAuthority()).toLowerCase(Locale.ROOT);
        if (!hosts.contains(host) || !host.equals(authority)) {
            throw new Refusal(421, "The Host header does not name this server on this computer.");
        }
    }

    private void checkOrigin(Request request) {
        var origins = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        boolean own = origins.stream()
                .allMatch(
                        origin -> origin.startsWith("http://") && hosts.contains(origin.substring("http://".length())));
        boolean fromElsewhere = request.getHeaders().getValuesList("Sec-Fetch-Site").stream()
                .anyMatch(site -> !SAME_SITE.contains(site));
        if (origins.size() > 1 || !own || fromElsewhere) {
            throw new Refusal(403, "Pages of the web are not answered.");
        }
    }

    private void checkToken(Request request) {
        List<String> shown = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        if (shown.size() != 1 || !token.isShownBy(shown.getFirst())) {
            throw new Refusal(
                            401,
                            "The header Authorization: Bearer with the token in the home's file " + ApiToken.FILE
                                    + " is missing or wrong.")
                    .header("WWW-Authenticate", "Bearer realm=\"countersign\"");
        }
    }
}
