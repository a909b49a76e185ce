package io.countersign.search.elastic;

import io.countersign.shared.CountersignException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the server is and how it is spoken to.
 *
 * @param url http or https, without user, query and fragment; a path before the server's own is kept
 * @param authority a PEM file with the certificate that signs the server's, instead of those of the platform
 * @param alias under which name searches find the mails
 */
public record ElasticSettings(
        URI url, Credentials credentials, Optional<Path> authority, String alias, Patience patience) {
    /** The name that the index has for whoever looks at the server. */
    public static final String EMAILS = "emails";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * How long is waited.
     *
     * @param connect for a connection
     * @param search for what was found
     * @param write for a batch to be written
     */
    public record Patience(Duration connect, Duration search, Duration write) {
        public static final Patience USUAL =
                new Patience(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    public ElasticSettings {
        url = checked(url);
        if (!(credentials instanceof Credentials.None) && !isPrivate(url)) {
            throw refused("a key or password is only sent over https, not to " + url);
        }
    }

    /**
     * Settings with the usual name and patience.
     *
     * @throws CountersignException.Invalid for a URL that is none, or has a password in it, which would be seen by everybody;
     *     and for a file that holds no certificate
     */
    public static ElasticSettings of(String url, Credentials credentials, Optional<Path> authority) {
        authority.ifPresent(ElasticConnection::context);
        return new ElasticSettings(parsed(url), credentials, authority, EMAILS, Patience.USUAL);
    }

    /** Whom a person would recognise the server by. */
    String server() {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url.strip());
        } catch (IllegalArgumentException _) {
            throw refused("this is not a URL"); // it is not repeated: it could hold a password
        }
    }

    private static URI checked(URI url) {
        // Looked for in the text too: what has odd characters in the host is no authority with a user for Java.
        var authority = url.getRawAuthority();
        if (url.getRawUserInfo() != null || (authority != null && authority.contains("@"))) {
            throw refused("user and password do not belong in the URL, where others see them: set"
                    + " COUNTERSIGN_SEARCH_USER and COUNTERSIGN_SEARCH_PASSWORD");
        }
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || url.getHost() == null) {
            throw refused("only http://HOST:PORT and https://HOST:PORT are supported");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw refused("a URL with ? or # is not supported");
        }
        return url;
    }

    private static boolean isPrivate(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                || LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    private static CountersignException.Invalid refused(String why) {
        return new CountersignException.Invalid("--search-url", why);
    }
}
